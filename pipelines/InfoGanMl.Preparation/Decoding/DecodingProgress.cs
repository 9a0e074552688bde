using InfoGanMl.Datasets.Activities;
using static System.FormattableString;

namespace InfoGanMl.Preparation.Decoding;

/// <summary>Says how far decoding is, several times a second.</summary>
/// <param name="total">Pictures in all.</param>
/// <param name="clock">The time.</param>
/// <param name="progress">Receives it.</param>
internal sealed class DecodingProgress(int total, TimeProvider clock, IProgress<ActivityReport>? progress)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private readonly Lock _lock = new();
    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _next = Interval;
    private int _done;
    private int _broken;

    /// <summary>Counts a picture; from any thread.</summary>
    public void Count(bool isBroken)
    {
        lock (_lock)
        {
            _done++;
            _broken += isBroken ? 1 : 0;
            var elapsed = clock.GetElapsedTime(_start);
            if (elapsed >= _next)
            {
                _next = elapsed + Interval;
                progress?.Report(Describe(elapsed));
            }
        }
    }

    private ActivityReport Describe(TimeSpan elapsed) =>
        ActivityReport.Of(
            Invariant($"Decoding {total:N0} pictures."),
            _done,
            total,
            Invariant($"{_done:N0} done, {_broken:N0} broken, {_done / elapsed.TotalSeconds:N0}/s")
        );
}
