using InfoGanMl.Recipes;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Steps;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Steps;

public sealed class PretrainedTrunkLoopTests : IDisposable
{
    private readonly InfoGan _gan = TinyPhotos.Networks(TinyPhotos.Options);

    [Fact]
    public void One_step_changes_D_and_G_and_leaves_the_trunk_and_its_mixtures_alone()
    {
        using var random = new RandomSource(1, CPU);
        using var images = TinyPhotos.Images(random);
        using var loop = new PretrainedTrunkLoop(TinyPhotos.Options, _gan, images, random);
        var trunk = TinyPhotos.StateOf(_gan.Trunk);
        var mixtures = _gan.Critics.Select(critic => TinyPhotos.StateOf(critic.Modules.First())).ToList();
        var learning = _gan.GeneratorParameters.Concat(
            _gan.Critics.SelectMany(c => c.Learning).SelectMany(m => m.parameters())
        );
        var before = learning.Select(parameter => parameter.detach().clone()).ToList();

        loop.Step();

        Assert.All(learning.Zip(before), pair => Assert.False(pair.First.Equals(pair.Second)));
        AssertSame(trunk, _gan.Trunk);
        Assert.All(_gan.Critics.Zip(mixtures), pair => AssertSame(pair.Second, pair.First.Modules.First()));
        Assert.All(_gan.Critics, critic => Assert.All(critic.Modules.First().parameters(), p => Assert.Null(p.grad)));
    }

    [Fact]
    public void Q_learns_continuous_codes_of_generated_images_and_keeps_its_categories()
    {
        using var before = CodeWeights(_gan);

        Step(TinyPhotos.Options);

        using var after = CodeWeights(_gan);
        Assert.True(before.narrow(0, 0, 3).Equals(after.narrow(0, 0, 3)));
        Assert.False(before.narrow(0, 3, 1).Equals(after.narrow(0, 3, 1)));
    }

    [Fact]
    public void A_code_that_follows_something_has_its_prior_over_real_images_and_stays_as_it_is()
    {
        using var gan = TinyPhotos.Networks(TinyPhotos.Following);
        using var random = new RandomSource(1, CPU);
        using var images = TinyPhotos.Images(random);
        using var loop = new PretrainedTrunkLoop(TinyPhotos.Following, gan, images, random);
        using var before = CodeWeights(gan);

        loop.Step();

        using var after = CodeWeights(gan);
        Assert.True(before.Equals(after));
        using var answers = gan.Recognizer.Recognize(gan.Trunk.forward(images.EveryNth(1, 0))).select(1, 3);
        Assert.Equal(0, answers.mean().item<float>(), 1e-4f);
        Assert.Equal(1.0 / 3, answers.var(unbiased: true).item<float>(), 1e-3);
    }

    [Fact]
    public void The_mixtures_have_about_mean_0_and_deviation_1_over_real_images()
    {
        using var random = new RandomSource(1, CPU);
        using var images = TinyPhotos.Images(random);
        using var loop = new PretrainedTrunkLoop(TinyPhotos.Options, _gan, images, random);

        var (_, stages) = _gan.Look(images.EveryNth(1, 0));

        Assert.Equal(4, stages.Count);
        Assert.All(stages, stage => Assert.InRange(stage.mean().item<float>(), -0.05f, 0.05f));
        Assert.All(stages, stage => Assert.InRange(stage.std().item<float>(), 0.5f, 2f));
    }

    [Fact]
    public void The_mutual_information_reaches_the_generator_through_the_trunk()
    {
        var silent = TinyPhotos.Options with
        {
            Latent = new(4, [new("category", 3, Lambda: 0)], [new("free", Lambda: 0)]),
        };

        Assert.NotEqual(GeneratorAfter(TinyPhotos.Options), GeneratorAfter(silent));
    }

    [Fact]
    public void A_variation_is_seen_by_D()
    {
        Assert.NotEqual(
            GeneratorAfter(TinyPhotos.Options),
            GeneratorAfter(TinyPhotos.Options with { Variation = null })
        );
    }

    public void Dispose() => _gan.Dispose();

    private StepMeasures Step(TrainingOptions options)
    {
        using var random = new RandomSource(1, CPU);
        using var images = TinyPhotos.Images(random);
        using var loop = new PretrainedTrunkLoop(options, _gan, images, random);
        return loop.Step();
    }

    private static float[] GeneratorAfter(TrainingOptions options)
    {
        using var tests = new PretrainedTrunkLoopTests();
        tests.Step(options);
        return tests._gan.GeneratorParameters.First().data<float>().ToArray();
    }

    private static Tensor CodeWeights(InfoGan gan) => gan.Recognizer.Codes.parameters().First().detach().clone();

    private static void AssertSame(Dictionary<string, Tensor> before, nn.Module module) =>
        Assert.All(module.state_dict(), entry => Assert.True(entry.Value.Equals(before[entry.Key]), entry.Key));
}
