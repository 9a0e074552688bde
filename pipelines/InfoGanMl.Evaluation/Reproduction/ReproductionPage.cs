using System.Globalization;
using System.Text;
using InfoGanMl.Datasets;
using InfoGanMl.Models;
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
        page.AppendLine("Accuracy: ten categories matched to ten classes one to one, 10,000 test images.");
        AppendPresets(page, presets);
        AppendRuns(page, presets);
        AppendStarts(page, presets);
        if (table.HasPublished)
        {
            AppendPublished(page, presets);
        }

        return page.ToString();
    }

    private static void AppendPresets(StringBuilder page, IReadOnlyList<ReproducedPreset> presets)
    {
        page.AppendLine();
        page.AppendLine(
            "The mean over the seeds; in brackets the worst of them. R² and rank correlation are those of the worse code."
        );
        AppendHeader(
            page,
            "preset",
            "runs",
            "accuracy %",
            "L_I",
            "R²",
            "rank correlation",
            "within categories",
            "samples agree",
            "minutes"
        );
        foreach (var preset in presets)
        {
            var minutes = preset.Minutes;
            AppendRow(
                page,
                $"`{preset.Preset}`",
                $"{preset.Runs.Count}",
                $"{DescribeAccuracy(preset.Accuracy)}",
                $"{MeanAndWorst(preset.MutualInformation, "F3")}",
                $"{MeanAndWorst(preset.LeastR2, "F3")}",
                $"{MeanAndWorst(preset.LeastSpearman, "F2")}",
                $"{MeanAndWorst(preset.LeastSpearmanWithinCategory, "F2")}",
                $"{MeanAndWorst(preset.Agreement, "P2")}",
                $"{minutes.Mean:F1} ({minutes.Most:F1})"
            );
        }
    }

    private static void AppendRuns(StringBuilder page, IReadOnlyList<ReproducedPreset> presets)
    {
        AppendHeader(
            page,
            "preset",
            "seed",
            "accuracy %",
            "NMI",
            "L_I",
            "R²",
            "codes follow",
            "samples agree %",
            "precision, recall (real)",
            "Fréchet (real)",
            "minutes",
            "trained"
        );
        foreach (var run in presets.SelectMany(preset => preset.Runs))
        {
            var (scores, samples) = (run.Scores, run.Scores.Samples);
            AppendRow(
                page,
                $"`{run.Origin.Preset}`",
                $"{run.Origin.Seed}",
                $"{100 * scores.AccuracyOneToOne:F2}",
                $"{scores.Nmi:F4}",
                $"{scores.MutualInformation:F3}",
                $"{string.Join(", ", scores.ContinuousR2.Select(r2 => Invariant($"{r2:F3}")))}",
                $"{DescribeCodes(scores)}",
                $"{100 * samples?.Agreement:F2}",
                $"{samples?.Precision:F2}, {samples?.Recall:F2} ({samples?.RealPrecision:F2}, {samples?.RealRecall:F2})",
                $"{samples?.FrechetDistance:F2} ({samples?.RealFrechetDistance:F2})",
                $"{run.Minutes:F1}",
                $"{run.Training.TrainedAt:yyyy-MM-dd}, {run.Training.TrainedWith}"
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
        AppendHeader(page, "preset", "seed", "after steps", "starts");
        foreach (var run in runs)
        {
            foreach (var round in run.Starts.GroupBy(start => start.Steps))
            {
                var starts = round.Select(s => Invariant($"{s.Information:F3}: {100 * s.AccuracyOneToOne:F1}"));
                AppendRow(
                    page,
                    $"`{run.Origin.Preset}`",
                    $"{run.Origin.Seed}",
                    $"{round.Key}",
                    $"{string.Join(", ", starts)}"
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
        AppendHeader(page, "published", "data", "accuracy %", "protocol");
        foreach (var result in PublishedResult.All.Where(result => datasets.Contains(result.Dataset)))
        {
            AppendRow(page, $"{result.Method}", $"{result.Dataset}", $"{result.Accuracy}", $"{result.Protocol}");
        }
    }

    private static string DescribeAccuracy(Spread? accuracy) =>
        accuracy is null
            ? "-"
            : Invariant($"{100 * accuracy.Mean:F2} ± {100 * accuracy.Deviation:F2} ({100 * accuracy.Least:F2})");

    private static string MeanAndWorst(Spread? spread, string format)
    {
        return spread is null ? "-" : $"{Number(spread.Mean)} ({Number(spread.Least)})";

        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string DescribeCodes(Scores scores) =>
        string.Join(
            ", ",
            scores.BestMeanings.Select(best => Invariant($"{best.Code}: {best.Property} {best.Spearman:F2}"))
        );

    private static void AppendHeader(StringBuilder page, params string[] columns)
    {
        page.AppendLine();
        page.AppendLine($"| {string.Join(" | ", columns)} |");
        page.AppendLine($"|{string.Concat(columns.Select(_ => "---|"))}");
    }

    private static void AppendRow(StringBuilder page, params FormattableString[] cells) =>
        page.AppendLine($"| {string.Join(" | ", cells.Select(Invariant))} |");
}
