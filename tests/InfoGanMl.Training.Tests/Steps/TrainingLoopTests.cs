using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Testing;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses.Pairs;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Steps;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Steps;

public class TrainingLoopTests
{
    [Fact]
    public void One_step_changes_every_parameter_of_every_network()
    {
        // A layer that is built but not applied, or a part that no optimizer owns, would stay as it was.
        var options = TinyRun.Options with
        {
            PatchDiscriminator = true,
            ConditionalDiscriminator = true,
        };
        using var gan = TinyParts.Networks(options);
        using var images = TinyParts.Images(options);
        using var loop = TinyParts.Loop(options, gan, images);
        var before = Parameters(gan).ToDictionary(p => p.Name, p => p.Value.detach().clone());

        loop.Step();

        Assert.All(Parameters(gan), p => Assert.False(p.Value.Equals(before[p.Name]), $"{p.Name} did not change"));
    }

    [Fact]
    public void The_mutual_information_reaches_trunk_and_generator()
    {
        // Steps with and without λ start from the same weights and see the same images: what differs is L_I's gradient.
        var codes = WithPairs(new(Information: 0, Consistency: 0, Following: 0));
        var silent = codes with
        {
            Latent = codes.Latent with
            {
                Categorical = [.. codes.Latent.Categorical.Select(code => code with { Lambda = 0 })],
                Continuous = [.. codes.Latent.Continuous.Select(code => code with { Lambda = 0 })],
            },
        };

        using var with = TinyParts.After(1, codes);
        using var without = TinyParts.After(1, silent);

        Assert.False(TinyParts.First(with.Trunk).Equals(TinyParts.First(without.Trunk)));
        Assert.False(TinyParts.First(with.Generator).Equals(TinyParts.First(without.Generator)));
    }

    [Fact]
    public void D_is_told_the_categories_of_real_images_that_Q_finds()
    {
        using var first = ProjectionWhereQFinds(category: 0);
        using var second = ProjectionWhereQFinds(category: 1);

        Assert.False(first.select(1, 0).Equals(second.select(1, 0)));
        Assert.False(first.select(1, 1).Equals(second.select(1, 1)));
        Assert.True(first.select(1, 2).Equals(second.select(1, 2)), "no real image is said to be of the last category");

        Tensor ProjectionWhereQFinds(int category)
        {
            var options = TinyRun.Options with { ConditionalDiscriminator = true };
            using var gan = TinyParts.Networks(options);
            using var images = TinyParts.Images(options);
            using var loop = TinyParts.Loop(options, gan, images);
            using (no_grad())
            {
                gan.Recognizer.Codes.parameters().Last().narrow(0, category, 1).fill_(100); // a bias far above the others
            }

            loop.Step();
            return TinyParts.First(gan.CategoryProjection!).detach().clone();
        }
    }

    [Fact]
    public void The_gradient_penalty_is_taken_on_every_fourth_step()
    {
        Assert.True(IsTheSameWithoutPenalty(steps: 3));
        Assert.False(IsTheSameWithoutPenalty(steps: 4));

        static bool IsTheSameWithoutPenalty(int steps)
        {
            using var with = TinyParts.After(steps, TinyRun.Options with { GradientPenalty = 1 });
            using var without = TinyParts.After(steps, TinyRun.Options);
            return TinyParts.First(with.Discriminator!).Equals(TinyParts.First(without.Discriminator!));
        }
    }

    [Fact]
    public void Upsampling_is_even_after_a_step_where_it_is_to_be()
    {
        Assert.True(IsEven(TinyRun.Options with { EvenUpsampling = true }));
        Assert.False(IsEven(TinyRun.Options));

        static bool IsEven(TrainingOptions options)
        {
            using var gan = TinyParts.After(1, options);
            var trained = Kernels(gan);
            EvenUpsampling.Project(gan.Generator);
            return trained.Zip(Kernels(gan)).All(pair => pair.First.allclose(pair.Second, atol: 1e-6));
        }

        static Tensor[] Kernels(InfoGan gan) =>
            [.. gan.GeneratorParameters.Where(p => p.shape.Length == 4).Select(p => p.detach().clone())];
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 0, 1)]
    public void Each_term_of_real_pairs_teaches_trunk_and_recognizer(
        double information,
        double consistency,
        double following
    )
    {
        using var with = TinyParts.After(2, WithPairs(new(information, consistency, following)));
        using var without = TinyParts.After(2, WithPairs(new(Information: 0, Consistency: 0, Following: 0)));

        Assert.False(TinyParts.First(with.Trunk).Equals(TinyParts.First(without.Trunk)));
        Assert.False(TinyParts.First(with.Recognizer.Codes).Equals(TinyParts.First(without.Recognizer.Codes)));
    }

    [Fact]
    public void Pairs_of_no_weight_change_nothing_but_what_is_drawn()
    {
        // The augmentations draw from the same source as the latents, so only the first step is the same without them.
        using var weightless = TinyParts.After(1, WithPairs(new(Information: 0, Consistency: 0, Following: 0)));
        using var none = TinyParts.After(1, TinyRun.Options with { RealPairs = null });

        Assert.True(TinyParts.First(weightless.Trunk).Equals(TinyParts.First(none.Trunk)));
        Assert.True(TinyParts.First(weightless.Generator).Equals(TinyParts.First(none.Generator)));
    }

    [Fact]
    public void A_code_learns_to_follow_its_augmentation_where_it_is_taught_to()
    {
        // Squares of 4 pixels and lying bars show little of a slant, so it cannot be followed all the way.
        var taught = Followed(following: 1);
        var untaught = Followed(following: 0);

        Assert.InRange(taught, 0.5, 1);
        Assert.InRange(untaught, -0.3, 0.3);

        static double Followed(double following)
        {
            var options = TinyRun.Options with
            {
                RealPairs = new(Following: following) { Augmentation = new(0, 0, 0, Slant: 0.3, Thickness: 0) },
                DiscriminatorLearningRate = 5e-3,
            };
            using var gan = TinyParts.After(150, options);
            using var images = TinyParts.Images(options);
            using var random = new RandomSource(7, CPU);
            var real = images.EveryNth(1, 0);
            var copies = new RandomAugmentation(options.RealPairs.Augmentation, random).Apply(real);
            gan.Train(false);
            var answers = gan.Recognizer.Recognize(gan.Trunk.forward(real));
            var copyAnswers = gan.Recognizer.Recognize(gan.Trunk.forward(copies.Images));
            return CodeFollowing.Measure(options.Latent, answers, copyAnswers, copies).item<float>();
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights()
    {
        using var first = TinyParts.After(1, TinyRun.Options);
        using var second = TinyParts.After(1, TinyRun.Options);
        using var other = TinyParts.After(1, TinyRun.Options with { Seed = 2 });

        Assert.All(
            Parameters(first).Zip(Parameters(second)),
            pair => Assert.True(pair.First.Value.Equals(pair.Second.Value), pair.First.Name)
        );
        Assert.False(TinyParts.First(first.Generator).Equals(TinyParts.First(other.Generator)));
    }

    [Fact]
    public void Learning_rates_fall_to_nothing_over_the_cool_down()
    {
        var options = TinyRun.Options with { Steps = 2, CoolDown = 0.5 };
        using var gan = TinyParts.Networks(options);
        using var images = TinyParts.Images(options);
        using var loop = TinyParts.Loop(options, gan, images);

        // Full rates for the first step, full ones again where half is left, none at the end.
        var changed = Enumerable.Range(0, 3).Select(_ => ChangesWeights()).ToArray();

        Assert.Equal([true, true, false], changed);

        bool ChangesWeights()
        {
            var before = TinyParts.First(gan.Generator).detach().clone();
            loop.Step();
            return !TinyParts.First(gan.Generator).Equals(before);
        }
    }

    [Fact]
    public void Information_that_stays_within_its_bound_is_weighed_by_lambda_alone()
    {
        using var free = TinyParts.After(1, TinyRun.Options);
        using var loose = TinyParts.After(1, TinyRun.Options with { InformationBound = 1e6 });
        using var tight = TinyParts.After(1, TinyRun.Options with { InformationBound = 1e-3 });

        Assert.True(Gradient(free).allclose(Gradient(loose), rtol: 1e-3, atol: 1e-6));
        Assert.False(Gradient(free).allclose(Gradient(tight), rtol: 1e-3, atol: 1e-6));

        static Tensor Gradient(InfoGan gan) => TinyParts.First(gan.Generator).grad!;
    }

    [Fact]
    public void Codes_are_learned()
    {
        var options = TinyRun.Options with { GeneratorLearningRate = 5e-3, DiscriminatorLearningRate = 5e-3 };
        using var gan = TinyParts.Networks(options);
        using var images = TinyParts.Images(options);
        using var loop = TinyParts.Loop(options, gan, images);

        var steps = Enumerable.Range(0, 300).Select(_ => loop.Step()).ToList();

        // ln 3 = 1.0986 is all there is to know; a plain GAN's codes stay near 0.
        var end = StepMeasures.Average(steps[^50..]);
        Assert.InRange(end.MutualInformation[0], 0.8, Math.Log(3));
        Assert.InRange(StepMeasures.Average(steps[..5]).MutualInformation[0], -0.5, 0.5);
    }

    [Fact]
    public void Twenty_steps_end_at_the_losses_and_weights_of_the_textbook_loop()
    {
        var options = PlainTraining.Options;
        using var gan = TinyParts.Networks(options);
        using var images = TinyParts.Images(options);
        using var loop = TinyParts.Loop(options, gan, images);
        var plain = new PlainTraining(options, gan);

        for (var step = 0; step < 20; step++)
        {
            var (discriminator, generator) = plain.Step();
            var measures = loop.Step();
            Assert.Equal(discriminator, measures.DiscriminatorLoss, 1e-5);
            Assert.Equal(generator, measures.GeneratorLoss, 1e-5);
        }

        Assert.All(
            plain.Parameters.Zip(PlainTraining.ParametersOf(gan)),
            pair => Assert.True(pair.First.allclose(pair.Second, rtol: 0, atol: 1e-5))
        );
    }

    [Fact]
    public void Steps_leave_no_tensors_behind()
    {
        var options = TinyRun.Options;
        using var gan = TinyParts.Networks(options);
        using var images = TinyParts.Images(options);
        using var loop = TinyParts.Loop(options, gan, images);
        Enumerable.Range(0, 10).ToList().ForEach(_ => loop.Step()); // optimizer state is made by the first step

        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Enumerable.Range(0, 50).ToList().ForEach(_ => loop.Step());

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static TrainingOptions WithPairs(RealPairs pairs) =>
        TinyRun.Options with
        {
            RealPairs = pairs with { Augmentation = TinyRun.Options.RealPairs!.Augmentation },
        };

    private static IEnumerable<(string Name, Tensor Value)> Parameters(InfoGan gan) =>
        gan.Modules.SelectMany(module =>
            module.named_parameters().Select(p => ($"{module.Network.Name}.{p.name}", (Tensor)p.parameter))
        );
}
