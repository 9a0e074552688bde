using InfoGanMl.Datasets;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Benchmarks;

/// <summary>What the step of a preset works on, made as a training makes it.</summary>
internal sealed class PresetSetup : IDisposable
{
    public PresetSetup(TrainingOptions options, ImageDataset data, Device device)
    {
        Options = options;
        using var initial = new Generator((ulong)options.Seed);
        Random = new RandomSource((ulong)options.Seed, device);
        Images = new RealImages(data.Train.Pixels, options.Image, Random);
        Gan = new InfoGan(options, initial, device);
    }

    public TrainingOptions Options { get; }

    public RandomSource Random { get; }

    public RealImages Images { get; }

    public InfoGan Gan { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Gan.Dispose();
        Images.Dispose();
        Random.Dispose();
    }
}
