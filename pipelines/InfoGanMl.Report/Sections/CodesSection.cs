using InfoGanMl.Evaluation;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Pictures;

namespace InfoGanMl.Report.Sections;

/// <summary>"What do the codes mean?"</summary>
/// <param name="Players">A slider for each continuous code.</param>
/// <param name="OfCode">What is known of each code; null without continuous codes.</param>
/// <param name="Charts">Correlations, and how L_I grew.</param>
/// <param name="Information">How much Q recovers of the category.</param>
internal sealed record CodesSection(
    IReadOnlyList<Player> Players,
    Table? OfCode,
    IReadOnlyList<Chart> Charts,
    string Information
)
{
    /// <summary>Whether the training's history is missing, which is then said.</summary>
    public required bool LacksHistory { get; init; }

    public static CodesSection Of(EvaluationMetrics metrics, EvaluationPictures pictures, PictureEncoder encoder)
    {
        var names = new CategoryNames(metrics);
        var scores = metrics.Scores;
        return new(
            [.. pictures.Traversals.Index().Select(t => Player.Of(t.Item, $"player-{t.Index}", names, encoder))],
            metrics.ContinuousCodes.Count == 0 ? null : ListCodes(metrics),
            [.. CodeCharts.DrawMeanings(scores.CodeMeanings), .. CodeCharts.DrawHistory(metrics)],
            $"Of the category that an image was generated from, Q recovers L_I = {Text.Number(scores.MutualInformation, 3)} of at "
                + $"most H(c) = {Text.Number(scores.CodeEntropy, 3)} nats, "
                + $"{Text.Percent(scores.MutualInformation / scores.CodeEntropy, 1)} (Chen et al. 2016)."
        )
        {
            LacksHistory = metrics.History.Count == 0,
        };
    }

    private static Table ListCodes(EvaluationMetrics metrics)
    {
        var best = metrics.Scores.BestMeanings.ToDictionary(meaning => meaning.Code);
        return new(
            "Continuous codes. R²: how well Q reads the code off a generated image, 1 is perfect. "
                + "Follows: the measured property whose rank correlation with the code is greatest",
            ["Code", "R²", "Follows", "Correlation", "Within a category"],
            [
                .. metrics.ContinuousCodes.Zip(
                    metrics.Scores.ContinuousR2,
                    (code, r2) =>
                        new TableRow(
                            code,
                            best.TryGetValue(code, out var meaning)
                                ?
                                [
                                    Text.Number(r2, 3),
                                    meaning.Property,
                                    Text.Signed(meaning.Spearman),
                                    Text.Signed(meaning.SpearmanWithinCategory),
                                ]
                                : [Text.Number(r2, 3), Text.None, Text.None, Text.None]
                        )
                ),
            ]
        );
    }
}
