using System.Diagnostics;
using System.Globalization;
using InfoGanMl.Testing;

namespace InfoGanMl.Fuzz.Running;

/// <summary>A child process that reads inputs, and the watchdog over it.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>The most processor time that one input may take: other work on the machine does not count.</summary>
    private static readonly TimeSpan MostProcessorTime = TimeSpan.FromSeconds(2);

    /// <summary>For what waits without working, such as on a pipe that nobody writes to.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    private readonly TempFolder _folder = new();
    private readonly Process _process;
    private readonly BinaryWriter _input;
    private readonly BinaryReader _output;
    private readonly Task<string> _error;

    /// <param name="format">Name of the format whose inputs it will read.</param>
    public WorkerProcess(string format)
    {
        var program = typeof(WorkerProcess).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["exec", program, "--worker", _folder.Path, "--format", format])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What asks for more managed memory than an input may take gets an OutOfMemoryException instead.
        var limit = Worker.MostMemory + (64L << 20);
        start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("X", CultureInfo.InvariantCulture);
        _process = Process.Start(start)!;
        _input = new(_process.StandardInput.BaseStream);
        _output = new(_process.StandardOutput.BaseStream);
        _error = ReadTailAsync(_process.StandardError);
        _output.ReadByte(); // it is ready
    }

    /// <summary>Whether it died or was stopped: another one has to go on.</summary>
    public bool IsDead { get; private set; }

    /// <summary>Hands it one input and waits for the answer.</summary>
    public async Task<Outcome> ReadAsync(byte[] input)
    {
        var answer = Task.Run(() => Exchange(input));
        var clock = Stopwatch.StartNew();
        var worked = ProcessorTime();
        while (await Task.WhenAny(answer, Task.Delay(MostProcessorTime / 4)) != answer)
        {
            if (ProcessorTime() - worked > MostProcessorTime || clock.Elapsed > MostTime)
            {
                Kill();
                return new(Verdict.Finding, $"time\n{clock.Elapsed.TotalSeconds:F1} s and not done");
            }
        }

        try
        {
            return await answer;
        }
        catch (IOException)
        {
            Kill();
            return new(Verdict.Finding, $"crash\nexit code {_process.ExitCode}\n{await _error}");
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
        _folder.Dispose();
    }

    private Outcome Exchange(byte[] input)
    {
        _input.Write(input.Length);
        _input.Write(input);
        _input.Flush();
        return new((Verdict)_output.ReadByte(), _output.ReadString());
    }

    private TimeSpan ProcessorTime()
    {
        _process.Refresh();
        return _process.HasExited ? TimeSpan.Zero : _process.TotalProcessorTime;
    }

    private void Kill()
    {
        IsDead = true;
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
    }

    /// <summary>Reads on, or a full pipe would block the process, and keeps the last lines.</summary>
    private static async Task<string> ReadTailAsync(StreamReader error)
    {
        var lines = new Queue<string>();
        while (await error.ReadLineAsync() is { } line)
        {
            lines.Enqueue(line);
            if (lines.Count > 40)
            {
                lines.Dequeue();
            }
        }

        return string.Join('\n', lines);
    }
}
