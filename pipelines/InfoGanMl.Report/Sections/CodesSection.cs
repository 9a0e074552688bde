using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;
using InfoGanMl.Report.Pictures;

namespace InfoGanMl.Report.Sections;

/// <summary>"What do the codes mean?"</summary>
/// <param name="Information">How much Q recovers of the codes.</param>
/// <param name="Sheets">Pictures of what each categorical code changes, where there are several.</param>
/// <param name="PlayersLead">What the sliders do; null without any.</param>
/// <param name="Players">A slider for each continuous code.</param>
/// <param name="OfCode">What is known of each continuous code; null without one.</param>
internal sealed record CodesSection(
    string Information,
    IReadOnlyList<PictureSheet> Sheets,
    string? PlayersLead,
    IReadOnlyList<Player> Players,
    Table? OfCode
)
{
    /// <summary>Correlations, and how the codes were learned.</summary>
    public required IReadOnlyList<Chart> Charts { get; init; }

    /// <summary>Whether codes stand for known factors; null where none are known.</summary>
    public required Table? OfFactors { get; init; }

    /// <summary>Whether the training's history is missing, which is then said.</summary>
    public required bool LacksHistory { get; init; }

    /// <summary>What such a history is about.</summary>
    public required string Learned { get; init; }

    /// <summary>What there is in place of continuous codes; null with some, and where nothing is left to say.</summary>
    public required string? NoContinuous { get; init; }

    public static CodesSection Of(EvaluationMetrics metrics, EvaluationPictures pictures, PictureEncoder encoder)
    {
        var names = metrics.Sorting is { } sorting ? new CategoryLabels(sorting) : null;
        var rows = pictures.Traversals.Count > 0 ? PlayerRows.Of(names, pictures.Traversals) : null;
        return new(
            DescribeInformation(metrics),
            CategoricalCodes.Picture(pictures.CategoricalCodes, encoder),
            rows?.Lead,
            [.. pictures.Traversals.Index().Select(t => Player.Of(t.Item, $"player-{t.Index}", rows!, encoder))],
            metrics.ContinuousCodes.Count == 0 ? null : ListCodes(metrics)
        )
        {
            Charts =
            [
                .. CodeCharts.DrawMeanings(CodeMeaning.All(metrics.Figures), isColor: pictures.Format.Channels > 1),
                .. CodeCharts.DrawHistory(metrics),
            ],
            OfFactors = metrics.Factors is { } factors ? FactorTable.Of(factors) : null,
            LacksHistory = metrics.History.Count == 0,
            Learned = names is null ? "R² grew" : "L_I grew",
            NoContinuous =
                metrics.ContinuousCodes.Count > 0 || names is null ? null
                : metrics.CategoricalCodes.Count > 0
                    ? "This model has no continuous code: categories and noise are all that an image is drawn from."
                : "This model has no continuous code: a category and noise are all that an image is drawn from.",
        };
    }

    private static string DescribeInformation(EvaluationMetrics metrics)
    {
        if (metrics[CodeMetrics.Information] is not { } information)
        {
            return metrics.ContinuousCodes.Count == 0
                ? "This model has no code at all: noise is all that an image is drawn from."
                : "This model has continuous codes alone. What each of them means is for people to see: nothing told the training.";
        }

        var category = metrics.CategoricalCodes is [var first, ..] ? $"the category of {first.Code}" : "the category";
        return $"Of {category} that an image was generated from, Q recovers L_I = {Text.Number(information.Value, 3)} of at "
            + $"most H(c) = {Text.Number(metrics.CodeEntropy, 3)} nats, "
            + $"{Text.Percent(information.Value / metrics.CodeEntropy, 1)} (Chen et al. 2016).";
    }

    private static Table ListCodes(EvaluationMetrics metrics)
    {
        var best = CodeMeaning.Best(metrics.Figures).ToDictionary(meaning => meaning.Code);
        // Without categories, nothing was measured within one.
        var columns = metrics.Sorting is null ? 4 : 5;
        return new(
            "Continuous codes. R²: how well Q reads the code off a generated image, 1 is perfect. "
                + "Follows: the measured property whose rank correlation with the code is greatest",
            [.. ((string[])["Code", "R²", "Follows", "Correlation", "Within a category"]).Take(columns)],
            [
                .. metrics.ContinuousCodes.Select(code => new TableRow(
                    code,
                    [Text.Number(metrics[CodeMetrics.R2, code]?.Value, 3), .. Describe(best.GetValueOrDefault(code))]
                )),
            ]
        );
    }

    private static string[] Describe(CodeMeaning? meaning) =>
        meaning is null
            ? [Text.None, Text.None, Text.None]
            :
            [
                meaning.Property,
                Text.Signed(meaning.Spearman),
                meaning.SpearmanWithinCategory is { } within ? Text.Signed(within) : Text.None,
            ];
}
