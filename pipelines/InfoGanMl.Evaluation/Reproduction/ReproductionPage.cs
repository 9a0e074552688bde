using System.Text;
using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Scoring;
using static System.FormattableString;

namespace InfoGanMl.Evaluation.Reproduction;

/// <summary>A <see cref="ReproductionTable"/> as Markdown.</summary>
internal static class ReproductionPage
{
    public static string Render(ReproductionTable table, IReadOnlyList<ReproducedPreset> presets)
    {
        var page = new StringBuilder();
        page.AppendLine(Invariant($"# {char.ToUpperInvariant(table.Name[0])}{table.Name[1..]}"));
        page.AppendLine();
        page.AppendLine(
            $"Made by `dotnet cake --target={table.Target}`. Every run is counted; labels are used for scoring only."
        );
        TableNotes.Of(presets).ToList().ForEach(note => page.AppendLine(note));
        AppendPresets(page, presets);
        AppendRuns(page, presets);
        AppendStarts(page, presets);
        if (table.HasPublished)
        {
            AppendPublished(page, presets);
        }

        return page.ToString();
    }

    /// <summary>Without columns of what no preset has, such as a judge's figures where there is no judge.</summary>
    private static void AppendPresets(StringBuilder page, IReadOnlyList<ReproducedPreset> presets)
    {
        page.AppendLine();
        page.AppendLine(
            "The mean over the seeds; in brackets the worst of them. R² and rank correlation are those of the worse code."
        );
        FigureKind[] kinds = [.. ReproducedPreset.Kinds.Where(kind => presets.Any(preset => preset[kind] is not null))];
        AppendHeader(page, ["preset", "runs", .. kinds.Select(NameOf), "minutes"]);
        foreach (var preset in presets)
        {
            var (name, runs, minutes) = (preset.Preset, preset.Runs.Count, preset.Minutes);
            AppendRow(
                page,
                [
                    $"`{name}`",
                    $"{runs}",
                    .. kinds.Select(kind => Describe(kind, preset[kind])),
                    Invariant($"{minutes.Mean:F1} ({minutes.Most:F1})"),
                ]
            );
        }
    }

    private static void AppendRuns(StringBuilder page, IReadOnlyList<ReproducedPreset> presets)
    {
        ReproducedRun[] runs = [.. presets.SelectMany(preset => preset.Runs)];
        FigureKind[] kinds =
        [
            .. Scorers.Kinds.Where(kind =>
                kind.Shown.HasFlag(Shown.Runs) && runs.Any(run => run.Measured.All(kind).Any())
            ),
        ];
        AppendHeader(
            page,
            [
                "preset",
                "seed",
                .. kinds.Select(k => NameOf(k) + (k.OfRealImages is null ? "" : " (real)")),
                "minutes",
                "trained",
            ]
        );
        foreach (var run in runs)
        {
            AppendRow(
                page,
                [
                    $"`{run.Origin.Preset}`",
                    $"{run.Origin.Seed}",
                    .. kinds.Select(kind => RunCell.Of(kind, run.Measured)),
                    Invariant($"{run.Minutes:F1}"),
                    Invariant($"{run.Training.TrainedAt:yyyy-MM-dd}, {run.Training.TrainedWith}"),
                ]
            );
        }
    }

    /// <summary>What the mutual information that starts are chosen by says about their accuracy, which it does not know.</summary>
    private static void AppendStarts(StringBuilder page, IReadOnlyList<ReproducedPreset> presets)
    {
        var runs = presets.SelectMany(preset => preset.Runs).Where(run => run.Starts.Count > 0).ToList();
        if (runs.Count == 0)
        {
            return;
        }

        page.AppendLine();
        page.AppendLine(
            "Starts are chosen by mutual information (nats), without labels. Beside it stands the accuracy (%) when they were dropped,"
        );
        page.AppendLine(
            "or, for the one kept, at the end of the head start; the best in the eyes of the rule comes first."
        );
        AppendHeader(page, ["preset", "seed", "after steps", "starts"]);
        foreach (var run in runs)
        {
            foreach (var round in run.Starts.GroupBy(start => start.Steps))
            {
                var starts = round.Select(s => Invariant($"{s.Information:F3}: {100 * s.AccuracyOneToOne:F1}"));
                AppendRow(
                    page,
                    [$"`{run.Origin.Preset}`", $"{run.Origin.Seed}", $"{round.Key}", string.Join(", ", starts)]
                );
            }
        }
    }

    private static void AppendPublished(StringBuilder page, IReadOnlyList<ReproducedPreset> presets)
    {
        var datasets = presets
            .SelectMany(preset => preset.Runs)
            .Select(run =>
                KnownDatasets.All.FirstOrDefault(known => known.Title == run.Origin.EvaluationDataset)?.Name
            );
        AppendHeader(page, ["published", "data", "accuracy %", "protocol"]);
        foreach (var result in PublishedResult.All.Where(result => datasets.Contains(result.Dataset)))
        {
            AppendRow(page, [result.Method, result.Dataset, result.Accuracy, result.Protocol]);
        }
    }

    /// <summary>Head of a column; shares are in percent.</summary>
    private static string NameOf(FigureKind kind) =>
        (kind.Column ?? kind.Title) + (kind.Unit == Unit.Share ? " %" : "");

    /// <summary>Mean and, in brackets, worst; of shares, which people compare, the deviation, too.</summary>
    private static string Describe(FigureKind kind, Spread? spread)
    {
        if (spread is null)
        {
            return "-";
        }

        var deviation = kind.Unit == Unit.Share ? $" ± {Number(spread.Deviation)}" : "";
        return $"{Number(spread.Mean)}{deviation} ({Number(kind.LowerIsBetter ? spread.Most : spread.Least)})";

        string Number(double value) => FigureText.Number(kind, value);
    }

    private static void AppendHeader(StringBuilder page, IReadOnlyList<string> columns)
    {
        page.AppendLine();
        page.AppendLine($"| {string.Join(" | ", columns)} |");
        page.AppendLine($"|{string.Concat(columns.Select(_ => "---|"))}");
    }

    private static void AppendRow(StringBuilder page, IEnumerable<string> cells) =>
        page.AppendLine($"| {string.Join(" | ", cells)} |");
}
