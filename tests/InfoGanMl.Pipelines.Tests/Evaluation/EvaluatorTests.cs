using InfoGanMl.Datasets;
using InfoGanMl.Evaluation;
using InfoGanMl.Models.Folder;
using InfoGanMl.Testing;

namespace InfoGanMl.Pipelines.Tests.Evaluation;

public sealed class EvaluatorTests
{
    private static readonly EvaluationOptions Quick = new() { GeneratedImages = 1000 };

    [Theory]
    [InlineData("mnist")]
    [InlineData("fashion")]
    public async Task A_pretrained_model_scores_as_its_card_says(string preset)
    {
        const double Rounding = 2e-3; // another processor rounds otherwise
        var model = PretrainedModel.Of(preset);
        var data = await KnownDatasets.TrainedOn(model).OpenAsync(null, null, TestContext.Current.CancellationToken);
        using var evaluator = Evaluator.Open(model, new());

        var scores = evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken);

        var stated = model.Manifest.Scores!;
        Assert.Equal(10_000, scores.TestImages);
        Assert.Equal(stated.AccuracyOneToOne, scores.AccuracyOneToOne, Rounding);
        Assert.Equal(stated.Purity, scores.Purity, Rounding);
        Assert.Equal(stated.Nmi, scores.Nmi, Rounding);
        Assert.Equal(stated.Ari, scores.Ari, Rounding);
        Assert.Equal(stated.DownstreamAccuracy100Labels, scores.DownstreamAccuracy100Labels, Rounding);
        Assert.Equal(stated.MutualInformation, scores.MutualInformation, Rounding);
        Assert.Equal(stated.ContinuousR2.Average(), scores.ContinuousR2.Average(), Rounding);
        Assert.Equal(2 * 4, scores.CodeMeanings.Count);
        Assert.Equal(stated.Samples!.Agreement, scores.Samples!.Agreement, Rounding);
        Assert.Equal(stated.Samples.FrechetDistance, scores.Samples.FrechetDistance, 0.05);
    }

    [Fact]
    public async Task Data_without_a_judge_leaves_the_samples_unjudged()
    {
        var data = new ImageDataset("few", await Digits.LabelledAsync(200), await Digits.TestImagesAsync(100));
        using var evaluator = Evaluator.Open(PretrainedModel.Mnist, Quick);

        Assert.Null(evaluator.Evaluate(data, progress: null, TestContext.Current.CancellationToken).Samples);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_scores()
    {
        var data = new ImageDataset("few", await Digits.LabelledAsync(200), await Digits.TestImagesAsync(100));
        using var evaluator = Evaluator.Open(PretrainedModel.Mnist, Quick);

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
        using var evaluator = Evaluator.Open(PretrainedModel.Mnist, Quick);

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
        using var evaluator = Evaluator.Open(PretrainedModel.Mnist, Quick);

        Assert.Throws<OperationCanceledException>(() => evaluator.Evaluate(data, progress: null, new(canceled: true)));
    }
}
