using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Sprites;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics.Disentanglement;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Inference;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Evaluation.KnownFactors;

/// <summary>Scores codes against the factors of sprites, which are drawn for it, all combinations being equally likely.</summary>
/// <param name="data">The sprites; factors of one value are not scored.</param>
/// <param name="readCodes">From [N, C, H, W] images in [0, 1] to the [N] values of each code, at least two codes.</param>
/// <param name="options">How many images are drawn.</param>
public sealed class FactorScorer(
    SpritesDataset data,
    Func<float[], IReadOnlyList<double[]>> readCodes,
    FactorScoreOptions options
)
{
    private const int BatchSize = 500;
    private const int ReportEvery = 100; // batches: a second or less

    private readonly int[] _scored =
    [
        .. data.Space.Factors.Index().Where(factor => factor.Item.Varies).Select(factor => factor.Index),
    ];

    /// <summary>Scores Q's codes.</summary>
    /// <param name="recognizer">Q.</param>
    /// <param name="data">Sprites of the size and color that it takes; factors of one value are not scored.</param>
    /// <param name="options">How many images are drawn.</param>
    /// <exception cref="EvaluationException">Q takes other images.</exception>
    public static FactorScorer Of(ImageRecognizer recognizer, SpritesDataset data, FactorScoreOptions options) =>
        recognizer.Format == data.Format
            ? new(data, images => RecognizerCodes.Read(recognizer, images), options)
            : throw new EvaluationException(
                $"sprites of {data.Format}",
                $"images of {recognizer.Format}, as the model was trained on",
                "Score a model on the sprites that it was trained on."
            );

    /// <summary>Draws images, reads their codes and computes all scores.</summary>
    /// <param name="progress">Told of each part, and how far it is where that is known.</param>
    /// <param name="cancellation">Stops between two parts, and between the votes of the FactorVAE score.</param>
    /// <exception cref="ArgumentException">There are not two codes, or not two factors that vary.</exception>
    public FactorScores Measure(IProgress<ActivityReport>? progress = null, CancellationToken cancellation = default)
    {
        var random = new Random(options.Seed);
        var train = DrawCodes(options.TrainImages, random, Report);
        var test = DrawCodes(options.TestImages, random, Report);
        Report("Training support vector machines on single codes.");
        var predictability = SupportVectorPredictability.Measure(train, test);
        Report("Training boosted trees on all codes.");
        var dci = DciScores.Measure(train, test, options.Seed);
        Report("Training logistic regressions on all codes.");
        var explicitness = Explicitness.Measure(train, test);
        var factorVae = MeasureFactorVae(train, random, Report, cancellation);
        return new()
        {
            Figures = new([
                Figure(DisentanglementMetrics.KnownGap, DisentanglementMetrics.MutualInformationGap(train)),
                Figure(SupportVectorPredictability.Kind, predictability),
                Figure(FactorVaeScore.Kind, factorVae),
                Figure(DciScores.OfCodes, dci.Disentanglement),
                Figure(DciScores.OfFactors, dci.Completeness),
                Figure(DciScores.OfImages, dci.Informativeness),
                Figure(DisentanglementMetrics.KnownModularity, DisentanglementMetrics.Modularity(train)),
                Figure(Explicitness.Kind, explicitness),
            ]),
            Dci = new(dci.Importances),
            Factors = [.. _scored.Select(factor => data.Space.Factors[factor].Name)],
            Options = options,
        };

        void Report(ActivityReport report)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(report);
        }
    }

    private Figure Figure(FigureKind kind, double value) =>
        new(kind, value, options.TrainImages) { Seed = options.Seed };

    private double MeasureFactorVae(
        FactorCodes images,
        Random random,
        Action<ActivityReport> report,
        CancellationToken cancellation
    )
    {
        var votes = options.FactorVae.TrainVotes + options.FactorVae.TestVotes;
        var name = $"Drawing {votes} batches of {options.FactorVae.BatchSize} sprites that are alike.";
        var drawn = 0;
        return FactorVaeScore.Measure(images.Codes, _scored.Length, DrawVote, options.FactorVae, random);

        IReadOnlyList<double[]> DrawVote(int factor, int count)
        {
            cancellation.ThrowIfCancellationRequested();
            if (drawn % ReportEvery == 0)
            {
                report(ActivityReport.Of(name, drawn, votes));
            }

            drawn++;
            return DrawAlike(_scored[factor], count, random);
        }
    }

    private IReadOnlyList<double[]> DrawAlike(int factor, int count, Random random)
    {
        var combinations = Draw(count, random);
        foreach (var combination in combinations)
        {
            combination[factor] = combinations[0][factor];
        }

        return readCodes(ImageFormat.ToFloats(data.Draw(combinations).Images.Pixels));
    }

    /// <summary>A batch at a time, so that memory does not grow with the size of the images.</summary>
    private FactorCodes DrawCodes(int count, Random random, Action<ActivityReport> report)
    {
        var combinations = Draw(count, random);
        var batches = new List<IReadOnlyList<double[]>>();
        foreach (var batch in combinations.Chunk(BatchSize))
        {
            report(ActivityReport.Of($"Reading the codes of {count} sprites.", batches.Count * BatchSize, count));
            batches.Add(readCodes(ImageFormat.ToFloats(data.Draw(batch).Images.Pixels)));
        }

        double[][] codes =
        [
            .. Enumerable.Range(0, batches[0].Count).Select(code => batches.SelectMany(batch => batch[code]).ToArray()),
        ];
        return new(codes, [.. _scored.Select(factor => Array.ConvertAll(combinations, values => values[factor]))]);
    }

    private int[][] Draw(int count, Random random) =>
        [.. Enumerable.Range(0, count).Select(_ => data.Space.Draw(random))];
}
