using InfoGanMl.Models;
using InfoGanMl.Training.Networks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests;

public class RecognizerHeadStartTests
{
    private static readonly TrainingOptions Options = TinyRun.Options with
    {
        HeadStart = new(BatchSize: 32, LearningRate: 5e-3, Balance: 6),
    };

    [Fact]
    public void Pairs_teach_the_trunk_and_the_recognizer()
    {
        using var gan = TinyRun.Networks(Options);
        var before = Learning(gan).Select(parameter => parameter.clone()).ToList();

        var information = Train(gan, Options, steps: 200);

        // Three categories can carry ln 3 = 1.10; an untrained Q carries about nothing.
        Assert.InRange(information, 0.2, Math.Log(3));
        Assert.All(before.Zip(Learning(gan)), pair => Assert.False(pair.First.Equals(pair.Second)));

        static IEnumerable<Tensor> Learning(InfoGan gan) => gan.Trunk.parameters().Concat(gan.Recognizer.Parameters);
    }

    [Fact]
    public void The_discriminator_and_the_generator_are_left_alone()
    {
        using var gan = TinyRun.Networks(Options);
        var before = Adversaries(gan).Select(parameter => parameter.clone()).ToList();

        Train(gan, Options, steps: 3);

        Assert.All(before.Zip(Adversaries(gan)), pair => Assert.True(pair.First.Equals(pair.Second)));

        static IEnumerable<Tensor> Adversaries(InfoGan gan) =>
            gan.Discriminator.parameters().Concat(gan.Generator.parameters());
    }

    [Fact]
    public void Balance_spreads_the_images_over_the_categories()
    {
        // Squares, upright and lying bars are a third of the images each.
        using var gan = TinyRun.Networks(Options);
        Train(gan, Options, steps: 200);

        using var images = TinyRun.Images(Options);
        var logits = gan.Recognizer.Recognize(gan.Trunk.forward(images.EveryNth(1, 0))).narrow(1, 0, 3);

        var shares = logits.softmax(1).mean([0]).data<float>().ToArray();
        Assert.All(shares, share => Assert.Equal(1 / 3f, share, 0.05f));
    }

    [Fact]
    public void Strokes_are_left_to_the_training_that_follows()
    {
        var pairs = Options.RealPairs!;
        var stroked = Options with { RealPairs = pairs with { Distortions = pairs.Distortions with { Strokes = 3 } } };

        Assert.Equal(Train(Options, steps: 2), Train(stroked, steps: 2));
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_one_others()
    {
        using var first = TinyRun.Networks(Options);
        using var second = TinyRun.Networks(Options);
        using var other = TinyRun.Networks(Options);

        Train(first, Options, steps: 5);
        Train(second, Options, steps: 5);
        Train(other, Options with { Seed = 2 }, steps: 5); // other batches and distortions for the same first weights

        Assert.True(Weights(first).Equals(Weights(second)));
        Assert.False(Weights(first).Equals(Weights(other)));

        static Tensor Weights(InfoGan gan) => gan.Trunk.parameters().First();
    }

    [Fact]
    public void Steps_leave_no_tensors_behind()
    {
        using var gan = TinyRun.Networks(Options);
        using var images = TinyRun.Images(Options);
        using var headStart = new RecognizerHeadStart(Options, gan, images, new Generator(1));
        headStart.Step(); // makes the state of the optimiser

        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Enumerable.Range(0, 20).ToList().ForEach(_ => headStart.Step());

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static double Train(TrainingOptions options, int steps)
    {
        using var gan = TinyRun.Networks(options);
        return Train(gan, options, steps);
    }

    private static double Train(InfoGan gan, TrainingOptions options, int steps)
    {
        using var images = TinyRun.Images(options);
        using var headStart = new RecognizerHeadStart(options, gan, images, new Generator((ulong)options.Seed));
        return Enumerable.Range(0, steps).Select(_ => headStart.Step()).ToList()[^1]; // Last() would skip the others
    }
}
