using System.Diagnostics;
using System.Globalization;

namespace InfoGanMl.Testing;

/// <summary>Resident memory of this process over time, and its managed part.</summary>
public sealed class MemoryTrace
{
    private readonly List<long> _resident = [];
    private readonly List<long> _managed = [];

    /// <summary>How much more resident memory the end takes than the middle.</summary>
    public double Growth => (double)End(_resident) / Middle(_resident) - 1;

    /// <summary>Takes a sample every second until cancellation.</summary>
    public async Task SampleAsync(CancellationToken stop)
    {
        using var process = Process.GetCurrentProcess();
        while (!stop.IsCancellationRequested)
        {
            process.Refresh();
            _resident.Add(process.WorkingSet64);
            _managed.Add(GC.GetTotalMemory(forceFullCollection: false));
            await Task.Delay(TimeSpan.FromSeconds(1), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"resident memory {Describe(_resident)} ({Growth.ToString("+0.0%;-0.0%", CultureInfo.InvariantCulture)}), "
        + $"managed memory {Describe(_managed)}";

    private static string Describe(List<long> bytes) => $"{Middle(bytes) >> 20} MiB, in the end {End(bytes) >> 20} MiB";

    /// <summary>Median of the middle third of the samples: the first third warms up.</summary>
    private static long Middle(List<long> bytes) => Median(bytes[(bytes.Count / 3)..(2 * bytes.Count / 3)]);

    private static long End(List<long> bytes) => Median(bytes[(2 * bytes.Count / 3)..]);

    private static long Median(List<long> bytes) => bytes.Order().ElementAt(bytes.Count / 2);
}
