using InfoGanMl.Models;
using InfoGanMl.Testing;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses;
using InfoGanMl.Training.Networks;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;
using Layers = InfoGanMl.Models.Networks;

namespace InfoGanMl.Training.Tests;

public class TrainingLoopTests
{
    [Fact]
    public void One_step_changes_every_parameter_of_every_network()
    {
        // A layer that is built but not applied, or a part that no optimiser owns, would stay as it was.
        var options = TinyRun.Options with
        {
            PatchDiscriminator = true,
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

        using var with = After(1, codes);
        using var without = After(1, silent);

        Assert.False(First(with.Trunk).Equals(First(without.Trunk)));
        Assert.False(First(with.Generator).Equals(First(without.Generator)));
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
        using var with = After(2, WithPairs(new(information, consistency, following)));
        using var without = After(2, WithPairs(new(Information: 0, Consistency: 0, Following: 0)));

        Assert.False(First(with.Trunk).Equals(First(without.Trunk)));
        Assert.False(First(with.Recognizer.Codes).Equals(First(without.Recognizer.Codes)));
    }

    [Fact]
    public void Pairs_of_no_weight_change_nothing_but_what_is_drawn()
    {
        // The distortions draw from the same source as the latents, so only the first step is the same without them.
        using var weightless = After(1, WithPairs(new(Information: 0, Consistency: 0, Following: 0)));
        using var none = After(1, TinyRun.Options with { RealPairs = null });

        Assert.True(First(weightless.Trunk).Equals(First(none.Trunk)));
        Assert.True(First(weightless.Generator).Equals(First(none.Generator)));
    }

    [Fact]
    public void A_code_learns_to_follow_its_distortion_where_it_is_taught_to()
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
                RealPairs = new(Following: following) { Distortions = new(0, 0, 0, Slant: 0.3, Thickness: 0) },
                DiscriminatorLearningRate = 5e-3,
            };
            using var gan = After(150, options);
            using var images = TinyParts.Images(options);
            using var random = new Generator(7);
            var real = images.EveryNth(1, 0);
            var copies = new RandomDistortion(options.RealPairs.Distortions, random).Apply(real);
            gan.Train(false);
            var answers = gan.Recognizer.Recognize(gan.Trunk.forward(real));
            var copyAnswers = gan.Recognizer.Recognize(gan.Trunk.forward(copies.Images));
            return CodeFollowing.Measure(options.Latent, answers, copyAnswers, copies).item<float>();
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights()
    {
        using var first = After(1, TinyRun.Options);
        using var second = After(1, TinyRun.Options);
        using var other = After(1, TinyRun.Options with { Seed = 2 });

        Assert.All(
            Parameters(first).Zip(Parameters(second)),
            pair => Assert.True(pair.First.Value.Equals(pair.Second.Value), pair.First.Name)
        );
        Assert.False(First(first.Generator).Equals(First(other.Generator)));
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
            var before = First(gan.Generator).detach().clone();
            loop.Step();
            return !First(gan.Generator).Equals(before);
        }
    }

    [Fact]
    public void Information_that_stays_within_its_bound_is_weighed_by_lambda_alone()
    {
        using var free = After(1, TinyRun.Options);
        using var loose = After(1, TinyRun.Options with { InformationBound = 1e6 });
        using var tight = After(1, TinyRun.Options with { InformationBound = 1e-3 });

        Assert.True(Gradient(free).allclose(Gradient(loose), rtol: 1e-3, atol: 1e-6));
        Assert.False(Gradient(free).allclose(Gradient(tight), rtol: 1e-3, atol: 1e-6));

        static Tensor Gradient(InfoGan gan) => First(gan.Generator).grad!;
    }

    [Fact]
    public void D_of_patches_reaches_the_generator_and_leaves_trunk_and_heads_alone()
    {
        using var with = After(1, TinyRun.Options with { PatchDiscriminator = true });
        using var without = After(1, TinyRun.Options);

        Assert.False(First(with.Generator).Equals(First(without.Generator)));
        Assert.True(First(with.Trunk).Equals(First(without.Trunk)));
        Assert.True(First(with.Discriminator).Equals(First(without.Discriminator)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void D_sees_what_all_generated_images_share_where_batch_norms_take_real_ones_with_them(bool joint)
    {
        var options = TinyRun.Options with
        {
            JointBatchNorm = joint,
            Architecture = new(
                Generator: [new Layers.Dense(64), new Layers.Reshape(1, 8, 8)],
                Trunk: [new Layers.Flatten(), new Layers.Dense(16, Bias: false), new Layers.BatchNorm()],
                RecognizerHead: []
            ),
        };

        var difference = Math.Abs(LossOfFirstStep(brightness: 0) - LossOfFirstStep(brightness: 1));

        Assert.Equal(joint, difference > 1e-3);

        double LossOfFirstStep(float brightness)
        {
            using var gan = TinyParts.Networks(options);
            using var images = TinyParts.Images(options);
            using var loop = TinyParts.Loop(options, gan, images);
            using (no_grad())
            {
                gan.Generator.parameters().Last().add_(brightness); // every pixel of every generated image
            }

            return loop.Step().DiscriminatorLoss;
        }
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
    public void Measures_are_worked_out_against_the_priors()
    {
        // E[log q] = −0.5 and H = ln 3; errors equal to the priors' variances 1/3 and 1 mean that nothing was learned.
        var measures = StepMeasures.Read(
            TinyRun.Options.Latent,
            tensor(1f),
            tensor(2f),
            tensor(3f),
            new([tensor(-0.5f)], [tensor(0f), tensor(0f)], [tensor(1 / 3f), tensor(0.25f)])
        );

        Assert.Equal(Math.Log(3) - 0.5, measures.MutualInformation[0], 1e-6);
        Assert.Equal(0, measures.ContinuousR2[0], 1e-6);
        Assert.Equal(0.75, measures.ContinuousR2[1], 1e-6);
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
        Enumerable.Range(0, 10).ToList().ForEach(_ => loop.Step()); // optimiser state is made by the first step

        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Enumerable.Range(0, 50).ToList().ForEach(_ => loop.Step());

        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static InfoGan After(int steps, TrainingOptions options)
    {
        var gan = TinyParts.Networks(options);
        using var images = TinyParts.Images(options);
        using var loop = TinyParts.Loop(options, gan, images);
        Enumerable.Range(0, steps).ToList().ForEach(_ => loop.Step());
        return gan;
    }

    private static TrainingOptions WithPairs(RealPairs pairs) =>
        TinyRun.Options with
        {
            RealPairs = pairs with { Distortions = TinyRun.Options.RealPairs!.Distortions },
        };

    private static Parameter First(LayerModule module) => module.parameters().First();

    private static IEnumerable<(string Name, Tensor Value)> Parameters(InfoGan gan) =>
        new[]
        {
            gan.Generator,
            gan.Trunk,
            gan.Discriminator,
            gan.Recognizer.Features,
            gan.Recognizer.Codes,
            gan.Patches,
        }
            .OfType<LayerModule>()
            .SelectMany(module =>
                module.named_parameters().Select(p => ($"{module.Network.Name}.{p.name}", (Tensor)p.parameter))
            );
}
