using InfoGanMl.Datasets;
using InfoGanMl.Evaluation;
using InfoGanMl.Models.Folder;
using InfoGanMl.Testing;

namespace InfoGanMl.Pipelines.Tests.Evaluation;

public sealed class EvaluatorTests
{
    private static readonly EvaluationOptions Quick = new() { GeneratedImages = 1000 };

    [Fact]
    public async Task The_smoke_model_sorts_most_real_digits_without_labels()
    {
        using var evaluator = Evaluator.Open(SmokeModel.Model, new());

        var scores = evaluator.Evaluate(
            await RealMnist.OpenAsync(),
            progress: null,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(10_000, scores.TestImages);
        Assert.InRange(scores.AccuracyOneToOne, 0.6, 1);
        Assert.InRange(scores.Purity, scores.AccuracyOneToOne, 1);
        Assert.InRange(scores.Nmi, 0.5, 1);
        Assert.InRange(scores.Ari, 0.4, 1);
        Assert.InRange(scores.DownstreamAccuracy100Labels, 0.7, 1);
        Assert.InRange(scores.MutualInformation, double.MinValue, scores.CodeEntropy); // G is still rough after so few steps
        Assert.Equal(Math.Log(10), scores.CodeEntropy, precision: 12);
        Assert.Equal(2, scores.ContinuousR2.Count);
        Assert.All(scores.ContinuousR2, r2 => Assert.InRange(r2, double.MinValue, 1));
        Assert.Equal(2 * 4, scores.CodeMeanings.Count);
        Assert.InRange(scores.Samples!.Agreement, 0, 1);
    }

    [Fact]
    public async Task Data_without_a_judge_leaves_the_samples_unjudged()
    {
        var data = new ImageDataset("few", await Digits.LabelledAsync(200), await Digits.TestImagesAsync(100));
        using var evaluator = Evaluator.Open(SmokeModel.Model, Quick);

        Assert.Null(evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken).Samples);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_scores()
    {
        var data = new ImageDataset("few", await Digits.LabelledAsync(200), await Digits.TestImagesAsync(100));
        using var evaluator = Evaluator.Open(SmokeModel.Model, Quick);

        var first = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken);
        var second = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken);

        Assert.Equal(first.ContinuousR2, second.ContinuousR2);
        Assert.Equal(first.CodeMeanings, second.CodeMeanings);
        Assert.Equal(WithoutLists(first), WithoutLists(second));

        static Scores WithoutLists(Scores scores) => scores with { ContinuousR2 = [], CodeMeanings = [] };
    }

    [Fact]
    public void Images_of_another_size_are_refused()
    {
        var small = new ImageSet(new(1, 2, 2), new byte[4], [0]);
        using var evaluator = Evaluator.Open(SmokeModel.Model, Quick);

        var problem = Assert.Throws<EvaluationException>(() =>
            evaluator.Evaluate(new("small", small, small), progress: null, TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            ("1 test images of 1×2×2 in small", "images of 1×28×28, as the model was trained on"),
            (problem.Found, problem.Expected)
        );
    }

    [Fact]
    public async Task Evaluation_stops_when_asked_to()
    {
        var data = new ImageDataset("few", await Digits.LabelledAsync(200), await Digits.TestImagesAsync(100));
        using var evaluator = Evaluator.Open(SmokeModel.Model, Quick);

        Assert.Throws<OperationCanceledException>(() => evaluator.Evaluate(data, progress: null, new(canceled: true)));
    }
}
