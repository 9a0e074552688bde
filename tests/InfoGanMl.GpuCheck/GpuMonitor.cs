using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace InfoGanMl.GpuCheck;

/// <summary>What nvidia-smi says of the first card; nothing where there is none.</summary>
internal static class GpuMonitor
{
    /// <summary>Name, driver version and memory; null without nvidia-smi.</summary>
    public static string? FindCard() => Query("name,driver_version,memory.total")?.Split('\n')[0].Trim();

    /// <summary>Does something, and watches the card meanwhile.</summary>
    /// <returns>Most memory in use in MiB, and the mean utilization in percent; nulls without nvidia-smi.</returns>
    public static (double? MemoryMiB, double? Utilization) Watch(Action work)
    {
        using var done = new CancellationTokenSource();
        var samples = Task.Run(() => Sample(done.Token));
        work();
        done.Cancel();
        return samples.Result.Count == 0
            ? (null, null)
            : (samples.Result.Max(sample => sample.Memory), samples.Result.Average(sample => sample.Busy));
    }

    private static List<(double Memory, double Busy)> Sample(CancellationToken done)
    {
        var samples = new List<(double, double)>();
        while (!done.IsCancellationRequested && Query("memory.used,utilization.gpu") is { } line)
        {
            var values = line.Split('\n')[0]
                .Split(',')
                .Select(value => double.TryParse(value, CultureInfo.InvariantCulture, out var v) ? v : double.NaN)
                .ToArray();
            if (values.Length == 2 && values.All(double.IsFinite))
            {
                samples.Add((values[0], values[1]));
            }
        }

        return samples;
    }

    private static string? Query(string fields)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("nvidia-smi", [$"--query-gpu={fields}", "--format=csv,noheader,nounits"])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? text : null;
        }
        catch (Win32Exception) // it is not installed
        {
            return null;
        }
    }
}
