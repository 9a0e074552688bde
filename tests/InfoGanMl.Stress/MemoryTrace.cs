using System.Diagnostics;

namespace InfoGanMl.Stress;

/// <summary>Resident memory of this process over time.</summary>
internal sealed class MemoryTrace
{
    private readonly List<long> _bytes = [];

    /// <summary>Median of the middle third of the samples, in bytes: the first third warms up.</summary>
    public long Middle => Median(_bytes.Count / 3, 2 * _bytes.Count / 3);

    /// <summary>Median of the last third, in bytes.</summary>
    public long End => Median(2 * _bytes.Count / 3, _bytes.Count);

    /// <summary>How much more the end takes than the middle.</summary>
    public double Growth => (double)End / Middle - 1;

    /// <summary>Takes a sample every second until cancellation.</summary>
    public async Task SampleAsync(CancellationToken stop)
    {
        using var process = Process.GetCurrentProcess();
        while (!stop.IsCancellationRequested)
        {
            process.Refresh();
            _bytes.Add(process.WorkingSet64);
            await Task.Delay(TimeSpan.FromSeconds(1), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private long Median(int from, int to) => _bytes[from..to].Order().ElementAt((to - from) / 2);
}
