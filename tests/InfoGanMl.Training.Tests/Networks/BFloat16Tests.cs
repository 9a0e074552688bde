using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Testing;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Networks;

/// <summary>Processors without bfloat16 compute in it, too, if slowly: these tests run on all.</summary>
public class BFloat16Tests
{
    private static readonly TrainingOptions Wide = TinyRun.Options with
    {
        Architecture = new(
            Generator:
            [
                new Dense(64 * 2 * 2, Bias: false),
                new BatchNorm(),
                new ReLU(),
                new Reshape(64, 2, 2),
                new TransposedConv(64, Bias: false),
                new BatchNorm(),
                new ReLU(),
                new TransposedConv(1),
                new Sigmoid(),
            ],
            Trunk:
            [
                new Conv(64),
                new LeakyReLU(),
                new Conv(64, Bias: false),
                new BatchNorm(),
                new LeakyReLU(),
                new Flatten(),
                new Dense(64, Bias: false),
                new BatchNorm(),
                new LeakyReLU(),
            ],
            RecognizerHead: [new Dense(64, Bias: false), new BatchNorm(), new LeakyReLU()]
        ),
    };

    private static readonly TrainingOptions Half = Wide with { Precision = Precision.BFloat16 };

    /// <summary>Everything that <see cref="Presets.Pictures"/> has beside <see cref="Presets.Mnist"/>.</summary>
    private static readonly TrainingOptions Pictures = Half with
    {
        JointBatchNorm = true,
        PatchDiscriminator = true,
        ConditionalDiscriminator = true,
        EvenUpsampling = true,
        InformationBound = 0.2,
        GradientPenalty = 1,
    };

    public static TheoryData<TrainingOptions> Recipes => [Half, Pictures];

    [Fact]
    public void Layers_between_blocks_of_channels_gain_from_it_and_those_next_to_images_do_not()
    {
        Assert.True(BFloat16.Gains(new Dense(1024), new(6272)));
        Assert.True(BFloat16.Gains(new Conv(128), new(64, 14, 14)));
        Assert.True(BFloat16.Gains(new TransposedConv(64), new(128, 7, 7)));
        Assert.True(BFloat16.Gains(new Conv(64), new(32, 14, 14)));
        Assert.True(BFloat16.Gains(new Dense(1024), new(74)));
        Assert.False(BFloat16.Gains(new Conv(64), new(1, 28, 28)));
        Assert.False(BFloat16.Gains(new Conv(64), new(40, 14, 14)));
        Assert.False(BFloat16.Gains(new Conv(40), new(64, 14, 14)));
        Assert.False(BFloat16.Gains(new TransposedConv(1), new(64, 14, 14)));
        Assert.False(BFloat16.Gains(new Dense(1), new(1024)));
        Assert.False(BFloat16.Gains(new BatchNorm(), new(128, 7, 7)));
    }

    [Fact]
    public void What_comes_out_is_rounded_and_float32_and_so_are_gradients()
    {
        using var images = Images();
        using var half = TinyParts.Networks(Half);
        using var exact = TinyParts.Networks(Wide);

        var (rounded, expected) = (half.Trunk.forward(images), exact.Trunk.forward(images));
        rounded.square().mean().backward();

        Assert.Equal(float32, rounded.dtype);
        Assert.False(rounded.Equals(expected));
        Assert.True(rounded.allclose(expected, rtol: 0.05, atol: 0.05));
        Assert.All(
            half.Trunk.parameters(),
            parameter => Assert.Equal((float32, float32), (parameter.dtype, parameter.grad!.dtype))
        );
    }

    [Fact]
    public void Without_gradients_all_of_it_is_float32_as_in_exports_and_samples()
    {
        using var images = Images();
        using var half = TinyParts.Networks(Half);
        using var exact = TinyParts.Networks(Wide);
        using var _ = no_grad();

        Assert.True(half.Trunk.forward(images).Equals(exact.Trunk.forward(images)));
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void A_training_in_it_comes_out_near_one_in_float32(TrainingOptions options)
    {
        using var half = TinyParts.After(4, options);
        using var exact = TinyParts.After(4, options with { Precision = Precision.Float32 });

        var pairs = half.Modules.Zip(exact.Modules, (h, e) => h.parameters().Zip(e.parameters())).SelectMany(p => p);
        Assert.All(pairs, pair => Assert.True(pair.First.allclose(pair.Second, rtol: 0.1, atol: 0.02)));
        Assert.Contains(pairs, pair => !pair.First.Equals(pair.Second));
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void A_training_in_it_goes_on_bit_by_bit(TrainingOptions options)
    {
        using var folder = new TempFolder();
        using var uninterrupted = TinyParts.After(4, options);
        using var random = new RandomSource((ulong)options.Seed, CPU);
        using var images = TinyParts.Images(options);
        using var first = TinyParts.Networks(options);
        using var second = TinyParts.Networks(options with { Seed = 9 });
        using var begun = new Training.Steps.TrainingLoop(options, first, images, random);
        using var goingOn = new Training.Steps.TrainingLoop(options, second, images, random);
        var snapshots = new SnapshotFolder(folder.Path);

        begun.Step();
        begun.Step();
        snapshots.Save(2, begun.VisitState);
        using (var saved = snapshots.OpenNewest()!)
        {
            goingOn.VisitState(saved);
        }

        goingOn.Step();
        goingOn.Step();

        var pairs = second.Modules.Zip(uninterrupted.Modules, (s, u) => s.parameters().Zip(u.parameters()));
        Assert.All(pairs.SelectMany(p => p), pair => Assert.True(pair.First.Equals(pair.Second)));
    }

    private static Tensor Images() => TinyParts.Images(Wide).Next(16);
}
