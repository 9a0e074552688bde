using System.Diagnostics;
using InfoGanMl.Testing;

namespace InfoGanMl.CrashStress;

/// <summary>Interrupts runs, lets them go on, and compares what they leave behind with a run without interruption.</summary>
/// <param name="root">Folder for the runs.</param>
internal sealed class Stress(string root)
{
    private string _expected = "";

    /// <summary>What a run takes when it is left alone.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>Bytes of a run's files.</summary>
    public int Size { get; private set; }

    /// <summary>A run without interruption.</summary>
    public void Measure()
    {
        var folder = Path.Combine(root, "uninterrupted");
        var start = Stopwatch.GetTimestamp();
        Training.Finish(folder);
        Duration = Stopwatch.GetElapsedTime(start);
        Size = (int)Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length);
        _expected = RunResult.HashOf(folder);
    }

    /// <summary>Interrupts runs, most of them more than once, until that many interruptions have happened.</summary>
    /// <returns>How many runs came to their end all the same.</returns>
    /// <exception cref="StressFailedException">One did not, or ended as another run than it had begun.</exception>
    public int Run(IInterruption interruption, int times, string folder)
    {
        var (interrupted, finished) = (0, 0);
        while (interrupted < times)
        {
            while (interrupted < times && interruption.Interrupt(folder))
            {
                interrupted++;
            }

            Training.Finish(folder);
            finished++;
            if (RunResult.HashOf(folder) is var found && found != _expected)
            {
                throw new StressFailedException(folder, $"it ended with SHA-256 {found}", $"to end with {_expected}");
            }

            Directory.Delete(folder, recursive: true);
        }

        return finished;
    }
}
