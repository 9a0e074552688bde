using InfoGanMl.Models;
using InfoGanMl.Testing;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests;

/// <summary>What a <see cref="TinyRun"/> is made of, for tests of the parts.</summary>
internal static class TinyParts
{
    public static InfoGan Networks(TrainingOptions options) => new(options, new Generator((ulong)options.Seed), CPU);

    public static RealImages Images(TrainingOptions options) =>
        new(TinyRun.Data.Train.Pixels, options.Image, new Generator((ulong)options.Seed), CPU);

    public static TrainingLoop Loop(TrainingOptions options, InfoGan gan, RealImages images) =>
        new(options, gan, images, new Generator((ulong)options.Seed));
}
