using InfoGanMl.Datasets;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Steps;
using static TorchSharp.torch;

namespace InfoGanMl.GpuCheck;

/// <summary>The parts of a training, made as a run makes them.</summary>
internal sealed class PresetTraining : IDisposable
{
    private readonly Generator _initial;
    private readonly RandomSource _random;
    private readonly RealImages _images;
    private readonly InfoGan _gan;
    private readonly TrainingLoop _loop;
    private readonly TrainingOptions _options;

    /// <summary>Makes them.</summary>
    /// <param name="options">The preset.</param>
    /// <param name="data">Images in its format.</param>
    /// <param name="device">Where to train.</param>
    public PresetTraining(TrainingOptions options, ImageDataset data, Device device)
    {
        _options = options;
        _initial = new((ulong)options.Seed);
        _random = new((ulong)options.Seed, device);
        _images = new(data.Train.Pixels, options.Image, _random);
        _gan = new(options, _initial, device);
        _loop = new(options, _gan, _images, _random);
    }

    /// <summary>A step of the joint training.</summary>
    public Dictionary<string, double> Step() =>
        _loop.Step().Named(_options.Latent.Space).ToDictionary(measure => measure.Name, measure => measure.Value);

    /// <summary>Mutual information after each of the first steps of the head start.</summary>
    public double[] StartHead(int steps)
    {
        using var headStart = new RecognizerHeadStart(_options, _images, _initial, _random);
        return [.. Enumerable.Range(0, steps).Select(_ => headStart.Step())];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _loop.Dispose();
        _gan.Dispose();
        _images.Dispose();
        _random.Dispose();
        _initial.Dispose();
    }
}
