using InfoGanMl.Models;
using InfoGanMl.Training.Networks;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests;

public class HeadStartTrunkTests
{
    private static readonly TrainingOptions Options = TinyRun.Options with
    {
        HeadStart = new(BatchSize: 32, Heads: 3, LearningRate: 5e-3),
    };

    [Fact]
    public void Pairs_teach_the_trunk_and_every_candidate()
    {
        using var trunk = Trunk(Options);
        var before = trunk.Gan.Trunk.parameters().First().clone();

        Train(trunk, steps: 200);

        Assert.False(trunk.Gan.Trunk.parameters().First().Equals(before));
        Assert.Equal(3, trunk.Information.Count);
        // Three categories can carry ln 3 = 1.10; untrained heads carry about nothing.
        Assert.All(trunk.Information, value => Assert.InRange(value, 0.2, Math.Log(3)));
        trunk.Gan.Dispose();
    }

    [Fact]
    public void The_discriminator_and_the_generator_are_left_alone()
    {
        using var trunk = Trunk(Options);
        var before = Adversaries(trunk.Gan).Select(parameter => parameter.clone()).ToList();

        Train(trunk, steps: 3);

        Assert.All(before.Zip(Adversaries(trunk.Gan)), pair => Assert.True(pair.First.Equals(pair.Second)));
        trunk.Gan.Dispose();

        static IEnumerable<Tensor> Adversaries(InfoGan gan) =>
            gan.Discriminator.parameters().Concat(gan.Generator.parameters());
    }

    [Fact]
    public void The_recognizer_ends_with_the_weights_of_the_best_candidate()
    {
        using var trunk = Trunk(Options);
        Train(trunk, steps: 30);
        var answers = trunk.Heads.Select(head => Weights(head).clone()).ToList();

        trunk.KeepBest();

        var best = trunk.Information.Index().MaxBy(entry => entry.Item).Index;
        Assert.All(
            answers.Index(),
            entry => Assert.Equal(entry.Index == best, Weights(trunk.Gan.Recognizer).Equals(entry.Item))
        );
        trunk.Gan.Dispose();

        static Tensor Weights(RecognizerHead head) => head.Parameters.First();
    }

    [Fact]
    public void Strokes_are_left_to_the_training_that_follows()
    {
        var pairs = Options.RealPairs!;
        using var plain = Trunk(Options);
        using var stroked = Trunk(
            Options with
            {
                RealPairs = pairs with { Distortions = pairs.Distortions with { Strokes = 3 } },
            }
        );

        Train(plain, steps: 2);
        Train(stroked, steps: 2);

        Assert.Equal(plain.Information, stroked.Information);
        plain.Gan.Dispose();
        stroked.Gan.Dispose();
    }

    [Fact]
    public void Other_distortions_teach_other_weights()
    {
        using var first = Trunk(Options, seed: 1);
        using var second = Trunk(Options, seed: 2);

        Train(first, steps: 1);
        Train(second, steps: 1);

        Assert.False(first.Gan.Trunk.parameters().First().Equals(second.Gan.Trunk.parameters().First()));
        first.Gan.Dispose();
        second.Gan.Dispose();
    }

    [Fact]
    public void Steps_leave_no_tensors_behind()
    {
        using var trunk = Trunk(Options);
        Train(trunk, steps: 3); // optimiser state is made by the first step

        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Train(trunk, steps: 20);

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        trunk.Gan.Dispose();
    }

    private static HeadStartTrunk Trunk(TrainingOptions options, ulong seed = 1) =>
        new(options, new Generator((ulong)options.Seed), seed, CPU);

    private static void Train(HeadStartTrunk trunk, int steps)
    {
        using var images = TinyRun.Images(Options);
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            trunk.Step(images.Next(Options.HeadStart!.BatchSize));
        }
    }
}
