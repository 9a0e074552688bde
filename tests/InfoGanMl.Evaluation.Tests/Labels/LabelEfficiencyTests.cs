using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Evaluation.Labels;
using InfoGanMl.Models.Devices;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Evaluation.Tests.Labels;

public sealed class LabelEfficiencyTests
{
    [Fact]
    public async Task With_a_label_of_each_class_the_recognizer_leaves_pixels_and_their_components_behind()
    {
        var mnist = await RealMnist.OpenAsync();
        var train = mnist.Train.Select([.. Enumerable.Range(0, 600)]);
        var data = new ImageDataset("few digits", train, await Digits.TestImagesAsync(500));
        var lines = new List<string>();

        var scores = new LabelEfficiency(PretrainedModel.Mnist, data, Device.Cpu).Measure(
            [10, 600],
            draws: 2,
            new ImmediateProgress<ActivityReport>(report => lines.Add(report.Name)),
            TestContext.Current.CancellationToken
        );

        string[] classifiers = ["categories, named", "Q's outputs", "140 principal components", "pixels"];
        Assert.Equal(
            [.. classifiers.Select(name => (name, 10)), .. classifiers.Select(name => (name, 600))],
            scores.Select(score => (score.Classifier, score.Labels))
        );
        Assert.All(scores, score => Assert.Equal(score.Labels == 600 ? 1 : 2, score.Errors.Count)); // all, once
        Assert.All(scores.Where(score => score.Classifier == classifiers[0]), score => AssertMean(score, 0, 0.03));
        Assert.All(scores.Where(score => score.Classifier == classifiers[1]), score => AssertMean(score, 0, 0.2));
        Assert.All(scores.Where(score => score.Classifier == classifiers[2]), score => AssertMean(score, 0.1, 0.9));
        Assert.All(scores.Where(score => score.Classifier == classifiers[3]), score => AssertMean(score, 0.1, 0.9));
        Assert.Equal(3, lines.Distinct().Count());
    }

    [Fact]
    public async Task It_stops_between_two_classifiers()
    {
        var mnist = await RealMnist.OpenAsync();
        var data = new ImageDataset("few digits", mnist.Train.Select([.. Enumerable.Range(0, 200)]), mnist.Test);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        Assert.Throws<OperationCanceledException>(() =>
            new LabelEfficiency(PretrainedModel.Mnist, data, Device.Cpu).Measure(
                [10],
                draws: 1,
                new ImmediateProgress<ActivityReport>(_ => { }),
                stop.Token
            )
        );
    }

    private static void AssertMean(LabelEfficiencyScore score, double least, double most) =>
        Assert.InRange(score.Errors.Average(), least, most);
}
