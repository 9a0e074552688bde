using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Testing;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts;
using InfoGanMl.Training.Losses.Pairs;
using InfoGanMl.Training.Networks;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.HeadStarts;

public class RecognizerHeadStartTests
{
    private static readonly TrainingOptions Options = TinyRun.Options with
    {
        HeadStart = new(BatchSize: 32, LearningRate: 5e-3, Balance: 6),
    };

    [Fact]
    public void Pairs_teach_the_trunk_and_the_recognizer()
    {
        using var untrained = Train(Options, steps: 0);
        using var trained = Train(Options, steps: 200);

        Assert.All(
            Learning(untrained.Gan).Zip(Learning(trained.Gan)),
            pair => Assert.False(pair.First.Equals(pair.Second))
        );
        // Three categories can carry ln 3 = 1.10; an untrained Q carries about nothing.
        Assert.InRange(trained.Information, 0.2, Math.Log(3));

        static IEnumerable<Tensor> Learning(InfoGan gan) => gan.Trunk.parameters().Concat(gan.Recognizer.Parameters);
    }

    [Fact]
    public void The_discriminator_and_the_generator_are_left_alone()
    {
        using var untrained = Train(Options, steps: 0);
        using var trained = Train(Options, steps: 3);

        Assert.All(
            Adversaries(untrained.Gan).Zip(Adversaries(trained.Gan)),
            pair => Assert.True(pair.First.Equals(pair.Second))
        );

        static IEnumerable<Tensor> Adversaries(InfoGan gan) =>
            gan.Discriminator!.parameters().Concat(gan.Generator.parameters());
    }

    [Fact]
    public void Balance_spreads_the_images_over_the_categories()
    {
        // Squares, upright and lying bars are a third of the images each.
        using var trained = Train(Options, steps: 200);

        using var images = TinyParts.Images(Options);
        var gan = trained.Gan;
        var logits = gan.Recognizer.Recognize(gan.Trunk.forward(images.EveryNth(1, 0))).narrow(1, 0, 3);

        var shares = logits.softmax(1).mean([0]).data<float>().ToArray();
        Assert.All(shares, share => Assert.Equal(1 / 3f, share, 0.05f));
    }

    [Fact]
    public void Codes_follow_their_augmentations_already_where_the_plan_gives_that_a_weight()
    {
        var plan = Options.HeadStart!;
        var latent = Options.Latent with { Continuous = [new("right", Follows: AugmentationKind.Right)] };
        var options = Options with { Latent = latent, HeadStart = plan with { Following = 2 } };

        using var following = Train(options, steps: 150);
        using var free = Train(options with { HeadStart = plan }, steps: 150);

        Assert.InRange(FollowingOf(following.Gan, options), 0.7, 1);
        Assert.InRange(FollowingOf(free.Gan, options), -0.7, 0.6);
    }

    [Fact]
    public void Strokes_are_left_to_the_training_that_follows()
    {
        var pairs = Options.RealPairs!;
        var stroked = Options with
        {
            RealPairs = pairs with { Augmentation = pairs.Augmentation with { Strokes = 3 } },
        };

        using var plain = Train(Options, steps: 2);
        using var asked = Train(stroked, steps: 2);

        Assert.Equal(plain.Information, asked.Information);
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_one_others()
    {
        using var first = Train(Options, steps: 5);
        using var second = Train(Options, steps: 5);
        using var other = Train(Options with { Seed = 2 }, steps: 5);

        Assert.True(Weights(first.Gan).Equals(Weights(second.Gan)));
        Assert.False(Weights(first.Gan).Equals(Weights(other.Gan)));
    }

    [Fact]
    public void Half_of_the_starts_drop_out_after_each_round_those_with_less_information_first()
    {
        var options = WithStarts(4, steps: 6);
        using var images = TinyParts.Images(options);
        using var headStart = Begin(options, images);

        var kept = new List<int>();
        for (var step = 0; step < 6; step++)
        {
            headStart.Step();
            kept.Add(headStart.Ranking.Count(start => start.Steps == step + 1));
            Assert.True(headStart.Ranking[0].Information >= headStart.Ranking[1].Information);
        }

        Assert.Equal([4, 4, 2, 2, 1, 1], kept);
        Assert.Equal([6, 4, 2, 2], headStart.Ranking.Select(start => start.Steps));
        Assert.True(headStart.Ranking[2].Information >= headStart.Ranking[3].Information);
    }

    [Fact]
    public void Starts_begin_with_different_weights_the_first_one_with_those_of_a_head_start_without_others()
    {
        var options = WithStarts(3, steps: 100);
        using var images = TinyParts.Images(options);
        using var headStart = Begin(options, images);
        using var alone = Train(Options, steps: 0);

        Assert.Equal(
            3,
            headStart.Ranking.Select(start => Weights(start.Gan)[0, 0, 0, 0].item<float>()).Distinct().Count()
        );
        Assert.Single(headStart.Ranking, start => Weights(start.Gan).Equals(Weights(alone.Gan)));
    }

    [Fact]
    public void A_start_that_diverges_drops_out()
    {
        var options = WithStarts(2, steps: 2);
        using var images = TinyParts.Images(options);
        using var headStart = Begin(options, images);
        var broken = headStart.Ranking[0];
        using (no_grad())
        {
            broken.Gan.Trunk.parameters().First().fill_(double.NaN);
        }

        var information = headStart.Step();

        Assert.True(double.IsFinite(information));
        Assert.Same(broken, headStart.Ranking[1]);
    }

    [Fact]
    public void The_networks_of_the_best_start_outlive_the_head_start()
    {
        var options = WithStarts(2, steps: 2);
        using var images = TinyParts.Images(options);
        InfoGan best;
        using (var headStart = Begin(options, images))
        {
            headStart.Step();
            var expected = headStart.Ranking[0].Gan;
            best = headStart.TakeBest();
            Assert.Same(expected, best);
        }

        using (best)
        {
            Assert.Equal([1, 1], best.Discriminator!.forward(best.Trunk.forward(images.EveryNth(64, 0))).shape);
        }
    }

    [Fact]
    public void Starts_side_by_side_leave_the_number_of_threads_as_it_was()
    {
        var threads = get_num_threads();
        var options = WithStarts(2, steps: 2);
        using var images = TinyParts.Images(options);
        using var headStart = Begin(options, images);

        headStart.Step();

        Assert.Equal(threads, get_num_threads());
    }

    [Fact]
    public void Steps_leave_no_tensors_behind()
    {
        using var images = TinyParts.Images(Options);
        using var headStart = Begin(Options, images);
        headStart.Step(); // makes the state of the optimizer

        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Enumerable.Range(0, 20).ToList().ForEach(_ => headStart.Step());

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static TrainingOptions WithStarts(int starts, int steps) =>
        Options with
        {
            HeadStart = Options.HeadStart! with { Starts = starts, Steps = steps },
        };

    private static RecognizerHeadStart Begin(TrainingOptions options, RealImages images) =>
        new(options, images, new Generator((ulong)options.Seed), new RandomSource((ulong)options.Seed, CPU));

    private static Parameter Weights(InfoGan gan) => gan.Trunk.parameters().First();

    private static Trained Train(TrainingOptions options, int steps)
    {
        using var images = TinyParts.Images(options);
        using var headStart = Begin(options, images);
        var information = 0.0;
        for (var step = 0; step < steps; step++)
        {
            information = headStart.Step();
        }

        return new(headStart.TakeBest(), information);
    }

    /// <summary>The correlation of the one continuous code with the augmentation that it follows.</summary>
    private static double FollowingOf(InfoGan gan, TrainingOptions options)
    {
        using var random = new RandomSource(9, CPU);
        using var images = TinyParts.Images(options);
        var real = images.EveryNth(1, 0);
        var copies = new RandomAugmentation(options.RealPairs!.Augmentation, random).Apply(real);
        return CodeFollowing.Measure(options.Latent, Recognize(real), Recognize(copies.Images), copies).item<float>();

        Tensor Recognize(Tensor batch) => gan.Recognizer.Recognize(gan.Trunk.forward(batch));
    }

    private sealed record Trained(InfoGan Gan, double Information) : IDisposable
    {
        public void Dispose() => Gan.Dispose();
    }
}
