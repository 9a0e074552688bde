using InfoGanMl.Datasets.Activities;
using static System.FormattableString;

namespace InfoGanMl.CommandLine.Display;

/// <summary>A line for each activity, and a further one every few seconds where it is known how far that is.</summary>
/// <param name="writer">Receives the lines.</param>
/// <param name="clock">The time between them.</param>
internal sealed class LineDisplay(TextWriter writer, TimeProvider clock) : IProgress<ActivityReport>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);
    private readonly Lock _lock = new();
    private ActivityReport? _first; // of the current activity, which may go on from where it was interrupted
    private long _start;
    private long _lastLine;

    /// <inheritdoc/>
    public void Report(ActivityReport value)
    {
        lock (_lock) // pictures are decoded on every core
        {
            if (value.Name != _first?.Name)
            {
                (_first, _start, _lastLine) = (value, clock.GetTimestamp(), clock.GetTimestamp());
                writer.WriteLine(value.Name);
            }
            else if (value.Done is { } done && (clock.GetElapsedTime(_lastLine) >= Interval || IsEnd(value)))
            {
                _lastLine = clock.GetTimestamp();
                writer.WriteLine(Describe(done, value.Detail));
            }
        }
    }

    /// <summary>Worth a line where it says how it went.</summary>
    private static bool IsEnd(ActivityReport value) => value is { Done: >= 1, Detail: not null };

    private string Describe(double done, string? detail)
    {
        string?[] parts = [Invariant($"{100 * done:F0} %"), detail, DescribeLeft(done)];
        return "  " + string.Join(" | ", parts.Where(part => part is not null));
    }

    private string? DescribeLeft(double done)
    {
        var gained = done - (_first!.Done ?? 0);
        if (gained <= 0 || done >= 1)
        {
            return null;
        }

        var left = clock.GetElapsedTime(_start) / gained * (1 - done);
        return Invariant($"{(int)left.TotalHours}:{left:mm\\:ss} left");
    }
}
