using InfoGanMl.Benchmarks;
using InfoGanMl.Datasets;
using InfoGanMl.Recipes;
using InfoGanMl.Training.HeadStarts;
using InfoGanMl.Training.Steps;
using static TorchSharp.torch;

namespace InfoGanMl.GpuCheck;

/// <summary>Steps of a preset, on the parts that the benchmarks measure.</summary>
internal sealed class PresetTraining : IDisposable
{
    private readonly PresetSetup _setup;
    private readonly TrainingLoop _loop;

    /// <summary>Makes the parts.</summary>
    /// <param name="options">The preset.</param>
    /// <param name="data">Images in its format.</param>
    /// <param name="device">Where to train.</param>
    public PresetTraining(TrainingOptions options, ImageDataset data, Device device)
    {
        _setup = new(options, data, device);
        _loop = new(options, _setup.Gan, _setup.Images, _setup.Random);
    }

    /// <summary>A step of the joint training.</summary>
    public Dictionary<string, double> Step() =>
        _loop.Step().Named(_setup.Options.Latent.Space).ToDictionary(measure => measure.Name, measure => measure.Value);

    /// <summary>Mutual information after each of the first steps of the head start.</summary>
    public double[] StartHead(int steps)
    {
        using var initial = new Generator((ulong)_setup.Options.Seed);
        using var headStart = new RecognizerHeadStart(_setup.Options, _setup.Images, initial, _setup.Random);
        return [.. Enumerable.Range(0, steps).Select(_ => headStart.Step())];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _loop.Dispose();
        _setup.Dispose();
    }
}
