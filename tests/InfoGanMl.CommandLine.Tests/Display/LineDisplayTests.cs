using InfoGanMl.CommandLine.Display;
using InfoGanMl.Datasets.Activities;

namespace InfoGanMl.CommandLine.Tests.Display;

public sealed class LineDisplayTests : IDisposable
{
    private readonly StringWriter _lines = new() { NewLine = "\n" };
    private readonly Clock _clock = new();

    public void Dispose() => _lines.Dispose();

    [Fact]
    public void Each_activity_is_a_line_and_one_that_takes_long_says_now_and_then_how_far_it_is()
    {
        var display = new LineDisplay(_lines, _clock);

        display.Report("Read MNIST.");
        for (var second = 0; second <= 40; second++)
        {
            display.Report(new ActivityReport("Decoding.", second / 40.0, $"{second} done"));
            _clock.Seconds++;
        }

        Assert.Equal(
            "Read MNIST.\nDecoding.\n  38 % | 15 done | 0:00:25 left\n  75 % | 30 done | 0:00:10 left\n  100 % | 40 done\n",
            _lines.ToString()
        );
    }

    [Fact]
    public void What_goes_on_from_the_middle_is_not_taken_to_have_been_fast()
    {
        var display = new LineDisplay(_lines, _clock);

        display.Report(new ActivityReport("Training.", 0.5));
        _clock.Seconds = 20;
        display.Report(new ActivityReport("Training.", 0.6));

        Assert.Equal("Training.\n  60 % | 0:01:20 left\n", _lines.ToString()); // a tenth in 20 s, and four more to go
    }

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
