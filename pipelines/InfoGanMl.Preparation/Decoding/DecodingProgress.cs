using static System.FormattableString;

namespace InfoGanMl.Preparation.Decoding;

/// <summary>Says every few seconds how far decoding is.</summary>
/// <param name="total">Pictures in all.</param>
/// <param name="clock">The time.</param>
/// <param name="progress">Receives a line.</param>
internal sealed class DecodingProgress(int total, TimeProvider clock, IProgress<string>? progress)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
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

    private string Describe(TimeSpan elapsed)
    {
        var left = elapsed / _done * (total - _done);
        return Invariant($"{_done:N0} of {total:N0} pictures, {_broken:N0} broken, ")
            + Invariant($"{_done / elapsed.TotalSeconds:N0}/s, {left.TotalSeconds:N0} s left");
    }
}
