using InfoGanMl.Models;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Networks;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests;

public class RecognizerHeadStartTests
{
    private static readonly TrainingOptions Options = TinyRun.Options with
    {
        HeadStart = new(Steps: 3, BatchSize: 32, Heads: 3, LearningRate: 5e-3, Trunks: 2),
    };

    [Fact]
    public void Every_step_measures_every_candidate_of_every_trunk()
    {
        using var images = TinyRun.Images(Options);
        using var headStart = HeadStart(Options, images);

        var information = headStart.Step();

        Assert.Equal(2, headStart.Trunks.Count);
        Assert.Equal(headStart.Trunks.SelectMany(trunk => trunk.Information), information);
        Assert.Equal(2 * 3, information.Distinct().Count()); // weights of their own
        Assert.Equal(information.Max(), headStart.MostInformation);
        headStart.TakeBest().Dispose();
    }

    [Fact]
    public void The_networks_of_the_best_trunk_go_on_with_its_best_candidate_and_the_others_are_freed()
    {
        using var images = TinyRun.Images(Options);
        var headStart = HeadStart(Options, images);
        var information = Enumerable.Range(0, 30).Select(_ => headStart.Step()).ToList()[^1];
        var shown = images.EveryNth(1, 0);
        var answers = headStart
            .Trunks.SelectMany(trunk => trunk.Heads.Select(head => Answer(trunk.Gan, head, shown)))
            .ToList();

        using var taken = headStart.TakeBest();
        headStart.Dispose();

        var best = information.Index().MaxBy(entry => entry.Item).Index;
        var (bestTrunk, other) = (headStart.Trunks[best / 3], headStart.Trunks[1 - best / 3]);
        Assert.Same(bestTrunk.Gan, taken);
        Assert.True(Answer(taken, taken.Recognizer, shown).allclose(answers[best]));
        Assert.All(
            answers.Index().Where(entry => entry.Index != best),
            entry => Assert.False(entry.Item.allclose(answers[best]))
        );
        Assert.All(other.Gan.DiscriminatorParameters, parameter => Assert.True(parameter.IsInvalid));
    }

    [Fact]
    public void A_new_attempt_trains_fresh_trunks_and_keeps_the_earlier_ones()
    {
        using var images = TinyRun.Images(Options);
        using var headStart = HeadStart(Options, images);
        var first = Enumerable.Range(0, 30).Select(_ => headStart.Step()).ToList()[^1];

        headStart.BeginAttempt();
        var second = headStart.Step();

        // Averages begin at 0, so one step of the second attempt cannot reach 30 of the first.
        Assert.Equal(first.Concat(second), headStart.Trunks.SelectMany(trunk => trunk.Information));
        Assert.Equal((6, first.Max()), (second.Count, headStart.MostInformation));
        using var taken = headStart.TakeBest();
        Assert.Contains(headStart.Trunks.Take(2), trunk => trunk.Gan == taken);
    }

    [Fact]
    public void The_networks_taken_outlive_the_head_start()
    {
        using var images = TinyRun.Images(Options);
        var headStart = HeadStart(Options, images);
        headStart.Step();
        using var taken = headStart.TakeBest();

        headStart.Dispose();

        Assert.Equal([64, 5], Answer(taken, taken.Recognizer, images.EveryNth(1, 0)).shape);
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_though_trunks_are_trained_side_by_side()
    {
        using var first = After(20, Options);
        using var second = After(20, Options);
        using var other = After(20, Options with { Seed = 2 });

        Assert.All(Parameters(first).Zip(Parameters(second)), pair => Assert.True(pair.First.Equals(pair.Second)));
        Assert.False(Parameters(first).First().Equals(Parameters(other).First()));
    }

    [Fact]
    public void Each_trunk_sees_distortions_of_its_own()
    {
        // Two trunks with the same weights and the same real images part only where their copies differ.
        var options = Options with
        {
            HeadStart = new(BatchSize: 32, Heads: 1, Trunks: 2),
        };
        using var images = TinyRun.Images(options);
        using var headStart = HeadStart(options, images);
        var (first, second) = (headStart.Trunks[0].Gan, headStart.Trunks[1].Gan);
        second.Trunk.load_state_dict(first.Trunk.state_dict());
        second.Recognizer.CopyFrom(first.Recognizer);

        headStart.Step();

        Assert.False(Parameters(first).First().Equals(Parameters(second).First()));
        headStart.TakeBest().Dispose();
    }

    [Fact]
    public void The_number_of_threads_is_afterwards_what_it_was()
    {
        var before = get_num_threads();
        try
        {
            set_num_threads(6); // two trunks get three each
            using var images = TinyRun.Images(Options);
            using var headStart = HeadStart(Options, images);

            headStart.Step();

            Assert.Equal(6, get_num_threads());
            headStart.TakeBest().Dispose();
        }
        finally
        {
            set_num_threads(before);
        }
    }

    private static InfoGan After(int steps, TrainingOptions options)
    {
        using var images = TinyRun.Images(options);
        using var headStart = HeadStart(options, images);
        Enumerable.Range(0, steps).ToList().ForEach(_ => headStart.Step());
        return headStart.TakeBest();
    }

    private static RecognizerHeadStart HeadStart(TrainingOptions options, RealImages images)
    {
        var headStart = new RecognizerHeadStart(options, images, new Generator((ulong)options.Seed), CPU);
        headStart.BeginAttempt();
        return headStart;
    }

    private static IEnumerable<Tensor> Parameters(InfoGan gan) =>
        gan.DiscriminatorParameters.Concat(gan.GeneratorParameters);

    private static Tensor Answer(InfoGan gan, RecognizerHead head, Tensor images)
    {
        gan.Train(false);
        head.Train(false);
        return head.Recognize(gan.Trunk.forward(images)).detach();
    }
}
