using InfoGanMl.Fuzz.Formats;

namespace InfoGanMl.Fuzz.Running;

/// <summary>Feeds mutated inputs of one format to a worker and counts what becomes of them.</summary>
/// <param name="format">The format.</param>
/// <param name="seed">The same seed makes the same inputs.</param>
/// <param name="output">Folder for the inputs that are findings; null keeps none.</param>
/// <param name="log">Receives a line for each new kind of finding.</param>
internal sealed class FuzzRun(FuzzFormat format, int seed, string? output, Action<string> log)
{
    /// <summary>A fresh process now and then, so that what one leaks does not add up to a finding.</summary>
    private const int InputsPerWorker = 10_000;

    /// <summary>Inputs of one kind of finding that are kept.</summary>
    private const int MostKept = 3;

    private readonly Dictionary<string, int> _findings = [];
    private int _accepted;
    private int _refused;

    /// <summary>Runs to the end.</summary>
    /// <param name="inputs">How many inputs.</param>
    /// <param name="stop">Stops early, with what was counted by then.</param>
    public async Task<Summary> RunAsync(int inputs, CancellationToken stop)
    {
        var random = new Random(seed);
        var worker = new WorkerProcess(format.Name);
        try
        {
            var input = format.CreateInput(random);
            for (var i = 0; i < inputs && !stop.IsCancellationRequested; i++)
            {
                if (worker.IsDead || i > 0 && i % InputsPerWorker == 0)
                {
                    worker.Dispose();
                    worker = new(format.Name);
                }

                var reading = worker.ReadAsync(input);
                var next = format.CreateInput(random); // while the worker reads
                Count(i, input, await reading);
                input = next;
            }
        }
        finally
        {
            worker.Dispose();
        }

        return new(format.Name, _accepted, _refused, _findings);
    }

    private void Count(int index, byte[] input, Outcome outcome)
    {
        switch (outcome.Verdict)
        {
            case Verdict.Accepted:
                _accepted++;
                break;
            case Verdict.Refused:
                _refused++;
                break;
            default:
                Keep(index, input, outcome.Problem);
                break;
        }
    }

    private void Keep(int index, byte[] input, string problem)
    {
        var kind = problem.Split('\n')[0].Trim();
        var count = _findings[kind] = _findings.GetValueOrDefault(kind) + 1;
        if (count == 1)
        {
            log($"{format.Name}, input {index}: {kind}");
        }

        if (output is not null && count <= MostKept)
        {
            Directory.CreateDirectory(output);
            var path = Path.Combine(output, $"{format.Name}-{seed}-{index}");
            File.WriteAllBytes(path + ".input", input);
            File.WriteAllText(path + ".txt", problem + "\n");
        }
    }
}
