using System.Diagnostics;

namespace InfoGanMl.CrashStress;

/// <summary>A <see cref="TinyTraining"/> in a process of its own.</summary>
internal sealed class Training : IDisposable
{
    /// <summary>The argument that makes this program such a process.</summary>
    public const string Argument = "--train";

    private readonly Process _process;
    private readonly Task<string> _error;

    /// <summary>Starts it; a run that is in the folder goes on.</summary>
    public Training(string folder)
    {
        _process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [typeof(Training).Assembly.Location, Argument, folder])
            {
                RedirectStandardError = true,
            }
        )!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Lets it run to its end.</summary>
    /// <exception cref="StressFailedException">It failed.</exception>
    public static void Finish(string folder)
    {
        using var training = new Training(folder);
        if (training.WaitForEnd() is (not 0, var error))
        {
            throw new StressFailedException(folder, $"it ended with {error}", "to finish");
        }
    }

    /// <summary>Waits until it ends.</summary>
    public (int ExitCode, string Error) WaitForEnd()
    {
        _process.WaitForExit();
        return (_process.ExitCode, _error.Result.Trim());
    }

    /// <summary>Waits until it ends, and no longer than that.</summary>
    public bool EndsWithin(TimeSpan time) => _process.WaitForExit(time);

    /// <summary>Ends it as a power failure would.</summary>
    /// <returns>Whether it was still running.</returns>
    public bool Kill()
    {
        var isRunning = !_process.HasExited;
        _process.Kill();
        _process.WaitForExit();
        return isRunning;
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();
}
