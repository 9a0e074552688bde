using System.Diagnostics;
using InfoGanMl.Datasets;
using InfoGanMl.Models;
using InfoGanMl.Training;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Benchmarks;

/// <summary>The step of a preset on real images, as a training makes it; a head start is left out.</summary>
internal sealed class PresetStep : IDisposable
{
    private readonly TrainingOptions _options;
    private readonly Generator _random;
    private readonly RealImages _images;
    private readonly InfoGan _gan;
    private readonly TrainingLoop _loop;

    public PresetStep(TrainingOptions options, ImageDataset data, Device device)
    {
        _options = options;
        using var initial = new Generator((ulong)options.Seed);
        _random = new Generator((ulong)options.Seed, device);
        _images = new RealImages(data.Train.Pixels, options.Image, _random, device);
        _gan = new InfoGan(options, initial, device);
        _loop = new TrainingLoop(options, _gan, _images, _random);
    }

    /// <summary>Makes steps and measures the speed, in real images per second.</summary>
    public double MeasureSpeed(int steps)
    {
        var start = Stopwatch.GetTimestamp();
        for (var step = 0; step < steps; step++)
        {
            _loop.Step(); // reads its measures from the device, and so waits for it
        }

        return steps * _options.BatchSize / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Makes steps and measures what they leave behind and what they allocate.</summary>
    public MemoryUse MeasureMemory(int steps)
    {
        using var process = Process.GetCurrentProcess();
        MeasureSpeed(steps / 10);
        var (allocated, resident) = (GC.GetTotalAllocatedBytes(precise: true), Resident());
        MeasureSpeed(steps);
        return new(steps, (double)(GC.GetTotalAllocatedBytes(precise: true) - allocated) / steps, resident, Resident());

        long Resident()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _loop.Dispose();
        _gan.Dispose();
        _images.Dispose();
        _random.Dispose();
    }
}

/// <summary>Memory over many steps.</summary>
/// <param name="Steps">How many.</param>
/// <param name="ManagedBytesPerStep">Bytes that a step allocates on the managed heap.</param>
/// <param name="ResidentBefore">Resident bytes of the process before them.</param>
/// <param name="ResidentAfter">Resident bytes after them.</param>
internal sealed record MemoryUse(int Steps, double ManagedBytesPerStep, long ResidentBefore, long ResidentAfter);
