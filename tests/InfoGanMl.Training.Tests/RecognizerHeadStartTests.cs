using InfoGanMl.Models;
using InfoGanMl.Training.Networks;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests;

public class RecognizerHeadStartTests
{
    private static readonly TrainingOptions Options = TinyRun.Options with
    {
        RealPairs = new(Thickness: 0), // an erosion would leave nothing of a bar two pixels wide
        HeadStart = new(Steps: 3, BatchSize: 32, Heads: 3, LearningRate: 5e-3),
    };

    [Fact]
    public void Pairs_teach_the_trunk_and_every_candidate()
    {
        using var gan = TinyRun.Networks(Options);
        var trunkBefore = gan.Trunk.parameters().First().clone();

        var information = Train(gan, steps: 200);

        Assert.False(gan.Trunk.parameters().First().Equals(trunkBefore));
        Assert.Equal(3, information.Count);
        // Three categories can carry ln 3 = 1.10; untrained heads carry about nothing.
        Assert.All(information, value => Assert.InRange(value, 0.2, Math.Log(3)));
    }

    [Fact]
    public void The_discriminator_and_the_generator_are_left_alone()
    {
        using var gan = TinyRun.Networks(Options);
        var before = gan.Discriminator.parameters().Concat(gan.Generator.parameters()).Select(p => p.clone()).ToList();

        Train(gan, steps: 3);

        var after = gan.Discriminator.parameters().Concat(gan.Generator.parameters());
        Assert.All(before.Zip(after), pair => Assert.True(pair.First.Equals(pair.Second)));
    }

    [Fact]
    public void The_recognizer_ends_with_the_weights_of_the_best_candidate()
    {
        using var gan = TinyRun.Networks(Options);
        using var images = TinyRun.Images(Options);
        using var headStart = HeadStart(gan, images);
        var information = Enumerable.Range(0, 30).Select(_ => headStart.Step()).ToList()[^1];
        var shown = images.EveryNth(1, 0);
        var answers = headStart.Candidates.Select(head => Answer(gan, head, shown)).ToList();

        headStart.KeepBest();

        var best = information.Index().MaxBy(entry => entry.Item).Index;
        Assert.True(Answer(gan, gan.Recognizer, shown).allclose(answers[best]));
        Assert.All(
            answers.Index().Where(entry => entry.Index != best),
            entry => Assert.False(entry.Item.allclose(answers[best]))
        );
    }

    private static IReadOnlyList<double> Train(InfoGan gan, int steps)
    {
        using var images = TinyRun.Images(Options);
        using var headStart = HeadStart(gan, images);
        return Enumerable.Range(0, steps).Select(_ => headStart.Step()).ToList()[^1];
    }

    private static RecognizerHeadStart HeadStart(InfoGan gan, Training.Data.RealImages images) =>
        new(Options, gan, images, new Generator(1), new Generator(2));

    private static Tensor Answer(InfoGan gan, RecognizerHead head, Tensor images)
    {
        gan.Train(false);
        head.Train(false);
        return head.Recognize(gan.Trunk.forward(images)).detach();
    }
}
