using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Sprites;
using InfoGanMl.Evaluation.KnownFactors;
using InfoGanMl.Evaluation.Metrics.Disentanglement;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Inference;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;

namespace InfoGanMl.Evaluation.Tests.KnownFactors;

public sealed class FactorScorerTests
{
    private const int Side = 16;

    private static readonly FactorScoreOptions Few = new()
    {
        TrainImages = 600,
        TestImages = 300,
        FactorVae = new()
        {
            TrainVotes = 60,
            TestVotes = 60,
            BatchSize = 16,
        },
        Seed = 4,
    };

    /// <summary>Squares of one size, level, in 4 × 3 places.</summary>
    private static readonly FactorSpace Places = SpriteDrawing
        .Gray.Restrict("shape", 0)
        .Restrict("scale", 5)
        .Restrict("orientation", 0)
        .Restrict("x", 0, 10, 20, 30)
        .Restrict("y", 0, 15, 30);

    [Fact]
    public void Codes_that_are_where_the_ink_is_are_perfect()
    {
        var scores = Score(images => [Center(images, i => i % Side), Center(images, i => i / Side)]);

        Assert.Equal(["x", "y"], scores.Factors);
        Assert.InRange(scores[DisentanglementMetrics.KnownGap], 0.95, 1);
        Assert.Equal(1, scores[FactorVaeScore.Kind]);
        Assert.InRange(scores[DciScores.OfCodes], 0.99, 1);
        Assert.InRange(scores[DciScores.OfFactors], 0.99, 1);
        Assert.Equal(1, scores[DciScores.OfImages]);
        Assert.InRange(scores[DisentanglementMetrics.KnownModularity], 0.99, 1);
        Assert.InRange(scores[Explicitness.Kind], 0.99, 1);
        // A place in the middle is no matter of one straight line, and the best there can be is 1 less chance.
        Assert.InRange(scores[SupportVectorPredictability.Kind], 0.1, 0.75);
    }

    [Fact]
    public void Codes_that_mix_both_places_are_told_from_those_that_do_not()
    {
        var scores = Score(images =>
            [Center(images, i => i % Side + i / Side), Center(images, i => i % Side - i / Side)]
        );

        Assert.InRange(scores[DisentanglementMetrics.KnownGap], 0, 0.2);
        Assert.InRange(scores[FactorVaeScore.Kind], 0.3, 0.8);
        Assert.InRange(scores[DciScores.OfCodes], 0, 0.3);
    }

    [Fact]
    public void The_same_seed_gives_the_same_scores()
    {
        var (once, again) = (Score(Read), Score(Read));

        Assert.Equal(once[FactorVaeScore.Kind], again[FactorVaeScore.Kind]);
        Assert.Equal(once[Explicitness.Kind], again[Explicitness.Kind]);
        Assert.Equal(once.Dci.Importances, again.Dci.Importances);

        static double[][] Read(float[] images) =>
            [Center(images, i => i % Side * (i / Side)), Center(images, i => i / Side)];
    }

    [Fact]
    public void A_model_is_scored_on_sprites_of_its_size()
    {
        using var recognizer = ImageRecognizer.Open(PretrainedModel.Mnist);
        var lines = new List<string>();

        var scores = FactorScorer
            .Of(
                recognizer,
                new(SpriteDrawing.Gray, 28),
                new()
                {
                    TrainImages = 200,
                    TestImages = 100,
                    FactorVae = new()
                    {
                        TrainVotes = 10,
                        TestVotes = 10,
                        BatchSize = 4,
                    },
                }
            )
            .Measure(new Collected(lines), TestContext.Current.CancellationToken);

        Assert.Equal(["shape", "scale", "orientation", "x", "y"], scores.Factors);
        Assert.All(scores.Dci.Importances, codes => Assert.Equal(1, codes.Sum(), precision: 9));
        Assert.InRange(scores[DisentanglementMetrics.KnownGap], 0, 1);
        Assert.Equal(6, lines.Count);
    }

    [Fact]
    public void Sprites_of_another_size_are_refused()
    {
        using var recognizer = ImageRecognizer.Open(PretrainedModel.Mnist);

        var refused = Assert.Throws<EvaluationException>(() =>
            FactorScorer.Of(recognizer, new(SpriteDrawing.Color, 28), Few)
        );

        Assert.Equal("sprites of 3×28×28", refused.Found);
    }

    [Fact]
    public void A_categorical_code_is_read_as_its_most_likely_category_and_a_continuous_one_as_its_mean()
    {
        using var recognizer = ImageRecognizer.Open(PretrainedModel.Mnist);
        var images = ImageFormat.ToFloats(SpriteDrawing.Draw([2, 5, 0, 15, 15], 28));
        var recognition = recognizer.Recognize(images);

        var codes = RecognizerCodes.Read(recognizer, images);

        Assert.Equal(recognition.Probabilities.Count + recognition.Means.Count, codes.Count);
        Assert.Equal(recognition.MostLikelyCategories()[0], codes[0][0]);
        Assert.Equal(recognition.Means[^1][0], codes[^1][0]);
    }

    [Fact]
    public void A_cancelled_scoring_stops()
    {
        Assert.Throws<OperationCanceledException>(() =>
            new FactorScorer(new(Places, Side), _ => [], Few).Measure(null, new(canceled: true))
        );
    }

    private static FactorScores Score(Func<float[], double[][]> readCodes) =>
        new FactorScorer(new(Places, Side), readCodes, Few).Measure(null, TestContext.Current.CancellationToken);

    /// <summary>Mean of a coordinate over the ink of each image.</summary>
    private static double[] Center(float[] images, Func<int, int> coordinate) =>
        [
            .. images
                .Chunk(Side * Side)
                .Select(image => image.Select((ink, i) => ink * (double)coordinate(i)).Sum() / image.Sum()),
        ];

    private sealed class Collected(List<string> lines) : IProgress<ActivityReport>
    {
        public void Report(ActivityReport value) => lines.Add(value.Name);
    }
}
