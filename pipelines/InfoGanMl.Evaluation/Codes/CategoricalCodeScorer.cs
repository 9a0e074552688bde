using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Codes;

/// <summary>What Q recovers of the first categorical code, and, where there are several, how each of them fares.</summary>
internal sealed class CategoricalCodeScorer : IScorer
{
    public Question Question => Question.Codes;

    public IReadOnlyList<FigureKind> Kinds { get; } =
    [
        CodeMetrics.Information,
        CodeMetrics.InformationOfCode,
        CategoryUsage.MarginalEntropyOfCode,
        ClusteringMetrics.AccuracyOfCode,
        ClusteringMetrics.NmiOfCode,
    ];

    public IReadOnlyList<Figure> Score(EvaluationContext context)
    {
        if (SortedImages.Of(context) is not { } sorted)
        {
            return [];
        }

        double[] information = [.. sorted.Codes.Select((code, index) => Measure(context.Generated, code, index))];
        var most = sorted.Codes[0].Code.Entropy;
        return
        [
            context.Measured(CodeMetrics.Information, information[0]) with
            {
                Most = most,
            },
            .. sorted.Codes.Count > 1 ? ScoreEach(context, sorted.Codes, information) : [],
        ];
    }

    /// <summary>L_I.</summary>
    private static double Measure(GeneratedImages images, CodeTally tally, int index) =>
        CodeMetrics.MutualInformation(
            images.Recovered.Probabilities[index],
            images.Latents.Categories[index],
            tally.Code.Entropy
        );

    private static IEnumerable<Figure> ScoreEach(
        EvaluationContext context,
        IReadOnlyList<CodeTally> codes,
        double[] information
    )
    {
        var labeled = codes.Where(tally => tally.HasClasses).ToList();
        return
        [
            .. codes.Zip(
                information,
                (tally, nats) => Of(CodeMetrics.InformationOfCode, tally, nats) with { Most = tally.Code.Entropy }
            ),
            .. codes.Select(tally => Of(CategoryUsage.MarginalEntropyOfCode, tally, tally.MarginalEntropy)),
            .. labeled.Select(tally =>
                Of(ClusteringMetrics.AccuracyOfCode, tally, ClusteringMetrics.AccuracyOneToOne(tally.Table))
            ),
            .. labeled.Select(tally =>
                Of(ClusteringMetrics.NmiOfCode, tally, ClusteringMetrics.NormalizedMutualInformation(tally.Table))
            ),
        ];

        Figure Of(FigureKind kind, CodeTally tally, double value) => context.Measured(kind, value, tally.Code.Name);
    }
}
