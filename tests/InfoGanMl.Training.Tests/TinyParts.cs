using InfoGanMl.Recipes;
using InfoGanMl.Testing;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Steps;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests;

/// <summary>What a <see cref="TinyRun"/> is made of, for tests of the parts.</summary>
internal static class TinyParts
{
    public static InfoGan Networks(TrainingOptions options) => new(options, new Generator((ulong)options.Seed), CPU);

    public static RealImages Images(TrainingOptions options) =>
        new(TinyRun.Data.Train.Pixels, options.Image, new RandomSource((ulong)options.Seed, CPU));

    public static TrainingLoop Loop(TrainingOptions options, InfoGan gan, RealImages images) =>
        new(options, gan, images, new RandomSource((ulong)options.Seed, CPU));

    /// <summary>The networks after some steps.</summary>
    public static InfoGan After(int steps, TrainingOptions options)
    {
        var gan = Networks(options);
        using var images = Images(options);
        using var loop = Loop(options, gan, images);
        Enumerable.Range(0, steps).ToList().ForEach(_ => loop.Step());
        return gan;
    }

    /// <summary>The parameters next to a module's input.</summary>
    public static Parameter First(LayerModule module) => module.parameters().First();
}
