using InfoGanMl.Evaluation.KnownFactors;
using InfoGanMl.Evaluation.Metrics.Disentanglement;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;

namespace InfoGanMl.Report.Sections;

/// <summary>Scores against known factors beside those that others published for dSprites.</summary>
internal static class FactorTable
{
    private const int Digits = 2; // as published

    /// <summary>The scores that InfoGAN-CR (Lin et al. 2020) compares, in the order of its table.</summary>
    private static readonly TableRow[] Published =
    [
        new("InfoGAN, as published before", ["0.59", "0.41", Text.None, "0.05"]),
        new("InfoGAN, modified (Lin et al. 2020)", ["0.82", "0.60", "0.41", "0.22"]),
        new("InfoGAN-CR", ["0.88", "0.71", "0.58", "0.37"]),
        new("InfoGAN-CR, picked by ModelCentrality", ["0.92", "0.77", "0.65", "0.45"]),
    ];

    public static Table Of(FactorScores scores) =>
        new(
            $"Scores over {string.Join(", ", scores.Factors)}. 1 is perfect. Theirs are of dSprites at 64×64; their SAP and DCI are "
                + "computed in other ways (R² for ordered factors; Lasso or a forest) and only roughly comparable",
            ["Method", "FactorVAE", "DCI", "SAP", "MIG"],
            [
                new(
                    "this model",
                    [
                        Text.Number(scores[FactorVaeScore.Kind], Digits),
                        Text.Number(scores[DciScores.OfCodes], Digits),
                        Text.Number(scores[SupportVectorPredictability.Kind], Digits),
                        Text.Number(scores[DisentanglementMetrics.KnownGap], Digits),
                    ],
                    IsOurs: true
                ),
                .. Published,
            ]
        );
}
