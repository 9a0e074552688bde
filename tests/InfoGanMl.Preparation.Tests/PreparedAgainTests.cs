using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Output;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Preparation.Tests;

/// <summary>When what was made is used again, when not, and what an interruption leaves.</summary>
public sealed class PreparedAgainTests : IDisposable
{
    private readonly PreparedFixture _fixture = new PreparedFixture().AddCatsAndDogs();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void It_is_used_again_when_nothing_has_changed()
    {
        var first = _fixture.Prepare();
        var written = WrittenAt();

        var second = _fixture.Prepare(new() { MaxBroken = 5 });

        Assert.Equal(first.Files, second.Files);
        Assert.Equal(written, WrittenAt());
        Assert.Equal($"Nothing has changed: {_fixture.Output} is used again.", _fixture.Lines[^1]);
    }

    public static TheoryData<string, string> Changes =>
        new()
        {
            { "added", "pictures have changed" },
            { "deleted", "pictures have changed" },
            { "touched", "pictures have changed" },
            { "moved", "pictures have changed" },
            { "size", "the options have changed" },
            { "color", "the options have changed" },
            { "resize", "the options have changed" },
            { "image damaged", "train-images-idx3-ubyte is missing or damaged" },
            { "labels gone", "t10k-labels-idx1-ubyte is missing or damaged" },
            { "classes renamed", "classes.txt is missing or damaged" },
            { "other version", "prepared.json holds format version 3" },
            { "no JSON", "prepared.json holds " },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task It_is_made_anew_when_something_has_changed(string change, string reason)
    {
        _fixture.Prepare();
        Change(change);

        _fixture.Prepare(
            change switch
            {
                "size" => new() { Size = 28 },
                "color" => new() { Color = ColorChoice.Rgb },
                "resize" => new() { Resize = ResizeRule.Fit },
                _ => new(),
            }
        );

        Assert.Contains(
            _fixture.Lines,
            line => line.StartsWith($"{_fixture.Output} is made anew: {reason}", StringComparison.Ordinal)
        );
        Assert.Equal(["cat", "dog"], (await _fixture.OpenAsync()).ClassNames!);
        Assert.Equal(["out"], _fixture.Beside);
    }

    [Theory]
    [InlineData("Found ")]
    [InlineData("Decoding 16 pictures")]
    public void Cancellation_leaves_nothing(string when)
    {
        using var fixture = new PreparedFixture { Clock = new FastClock() }.AddCatsAndDogs();
        using var stop = new CancellationTokenSource();
        fixture.OnLine = line => CancelAt(line, when, stop);

        Assert.ThrowsAny<OperationCanceledException>(() => fixture.Prepare(cancellation: stop.Token));

        Assert.Empty(fixture.Beside);
    }

    [Fact]
    public void Cancellation_leaves_what_was_there()
    {
        using var fixture = new PreparedFixture { Clock = new FastClock() }.AddCatsAndDogs();
        using var stop = new CancellationTokenSource();
        fixture.Prepare();
        fixture.OnLine = line => CancelAt(line, "Decoding 16 pictures", stop);

        Assert.ThrowsAny<OperationCanceledException>(() => fixture.Prepare(new() { Size = 64 }, stop.Token));
        fixture.Prepare();

        Assert.EndsWith("is used again.", fixture.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(["out"], fixture.Beside);
    }

    [Fact]
    public void What_a_killed_process_left_is_removed()
    {
        Directory.CreateDirectory(_fixture["out.partial/half"]);

        _fixture.Prepare();

        Assert.Equal(["out"], _fixture.Beside);
    }

    [Fact]
    public void A_process_that_was_killed_between_two_moves_loses_nothing()
    {
        _fixture.Prepare();
        Directory.Move(_fixture.Output, _fixture["out.previous"]);

        _fixture.Prepare();

        Assert.EndsWith("is used again.", _fixture.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(["out"], _fixture.Beside);
    }

    [Fact]
    public void Two_processes_never_write_to_one_folder()
    {
        using var other = OutputFolder.Take(_fixture.Output);

        var error = Assert.Throws<PreparationException>(() => _fixture.Prepare());

        Assert.Contains("another process", error.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out/thesis.txt", "thesis.txt in ")]
    [InlineData("out/train-images-idx3-ubyte", "train-images-idx3-ubyte in ")]
    [InlineData("out", "a file at ")]
    public void What_somebody_else_wrote_is_never_replaced(string file, string found)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_fixture[file])!);
        File.WriteAllText(_fixture[file], "mine");

        var error = Assert.Throws<PreparationException>(() => _fixture.Prepare());

        Assert.StartsWith(found, error.Found, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_fixture[file]));
    }

    [Fact]
    public void A_file_that_was_added_to_what_was_prepared_is_not_lost()
    {
        _fixture.Prepare();
        File.WriteAllText(_fixture["out/thesis.txt"], "mine");

        Assert.Throws<PreparationException>(() => _fixture.Prepare(new() { Size = 64 }));

        Assert.Equal("mine", File.ReadAllText(_fixture["out/thesis.txt"]));
    }

    private void Change(string change)
    {
        switch (change)
        {
            case "added":
                _fixture.Add("cat/new.png", Drawing.Gray(1));
                break;
            case "deleted":
                File.Delete(_fixture["pictures/cat/1.png"]);
                break;
            case "touched":
                File.SetLastWriteTimeUtc(_fixture["pictures/cat/1.png"], DateTime.UnixEpoch);
                break;
            case "moved":
                File.Move(_fixture["pictures/cat/1.png"], _fixture["pictures/dog/9.png"]);
                break;
            case "image damaged":
                var images = File.ReadAllBytes(_fixture["out/train-images-idx3-ubyte"]);
                images[^1] ^= 1;
                File.WriteAllBytes(_fixture["out/train-images-idx3-ubyte"], images);
                break;
            case "labels gone":
                File.Delete(_fixture["out/t10k-labels-idx1-ubyte"]);
                break;
            case "classes renamed":
                File.WriteAllText(_fixture["out/classes.txt"], "dog\ncat\n");
                break;
            case "other version":
                var json = File.ReadAllText(_fixture["out/prepared.json"]);
                File.WriteAllText(_fixture["out/prepared.json"], json.Replace("version\": 2", "version\": 3"));
                break;
            case "no JSON":
                File.WriteAllText(_fixture["out/prepared.json"], "{");
                break;
        }
    }

    private static void CancelAt(string line, string when, CancellationTokenSource stop)
    {
        if (line.Contains(when, StringComparison.Ordinal))
        {
            stop.Cancel();
        }
    }

    private IEnumerable<DateTime> WrittenAt() =>
        [.. Directory.GetFiles(_fixture.Output).Order(StringComparer.Ordinal).Select(File.GetLastWriteTimeUtc)];

    /// <summary>An hour passes whenever somebody asks, so that there is a line for every picture.</summary>
    private sealed class FastClock : TimeProvider
    {
        private long _hours;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => 3600 * _hours++;
    }
}
