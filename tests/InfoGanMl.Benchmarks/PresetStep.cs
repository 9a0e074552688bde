using System.Diagnostics;
using InfoGanMl.Training.Snapshots;
using InfoGanMl.Training.Steps;

namespace InfoGanMl.Benchmarks;

/// <summary>The step of a preset on real images; a head start is left out.</summary>
internal sealed class PresetStep(PresetSetup setup) : IDisposable
{
    private readonly TrainingLoop _loop = new(setup.Options, setup.Gan, setup.Images, setup.Random);
    private readonly DirectoryInfo _snapshots = Directory.CreateTempSubdirectory("infogan-snapshots-");
    private int _saved;

    /// <summary>Makes steps and measures the speed, in real images per second.</summary>
    public double MeasureSpeed(int steps)
    {
        var start = Stopwatch.GetTimestamp();
        for (var step = 0; step < steps; step++)
        {
            _loop.Step(); // reads its measures from the device, and so waits for it
        }

        return steps * setup.Options.BatchSize / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Seconds to save a snapshot and to wait until it is on the disk.</summary>
    public double MeasureSnapshot()
    {
        var start = Stopwatch.GetTimestamp();
        new SnapshotFolder(_snapshots.FullName).Save(++_saved, _loop.VisitState);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
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
        _snapshots.Delete(recursive: true);
    }
}

/// <summary>Memory over many steps.</summary>
/// <param name="Steps">How many.</param>
/// <param name="ManagedBytesPerStep">Bytes that a step allocates on the managed heap.</param>
/// <param name="ResidentBefore">Resident bytes of the process before them.</param>
/// <param name="ResidentAfter">Resident bytes after them.</param>
internal sealed record MemoryUse(int Steps, double ManagedBytesPerStep, long ResidentBefore, long ResidentAfter);
