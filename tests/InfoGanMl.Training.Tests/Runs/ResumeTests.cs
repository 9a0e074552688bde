using InfoGanMl.Datasets;
using InfoGanMl.Models;
using InfoGanMl.Recipes;
using InfoGanMl.Testing;
using InfoGanMl.Training.Runs;
using InfoGanMl.Training.Snapshots;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Runs;

[Trait("Speed", "Slow")]
public sealed class ResumeTests : IDisposable
{
    /// <summary>4 steps of two starts and 4 of the better one, then 6 of all networks.</summary>
    private static readonly TrainingOptions Options = TinyRun.Options with
    {
        HeadStart = new(Steps: 8, BatchSize: 32, Starts: 2),
        ReportEvery = 1,
    };

    private static readonly string Uninterrupted = HashOfUninterrupted();

    private readonly TempFolder _folder = new();

    /// <summary>Every report but the last: 8 of the head start, and 6 of the joint training.</summary>
    public static TheoryData<int> Reports => [.. Enumerable.Range(1, 8 + 6 - 1)];

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_run_that_broke_off_goes_on_and_ends_as_one_without_interruption(int reports)
    {
        Assert.Throws<BrokenOffException>(() => Begin(new BreakOff(reports)));

        AssertEndsAsUninterrupted(Resume());
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void So_does_one_that_was_stopped_although_it_left_a_model(int reports)
    {
        using var stop = new CancellationTokenSource();
        var stopped = Begin(new BreakOff(reports, stop.Cancel), stop: stop.Token);
        Assert.InRange(stopped.Manifest.Training.Steps, 1, Options.TotalSteps);

        AssertEndsAsUninterrupted(Resume());
    }

    [Fact]
    public void So_does_one_that_was_interrupted_again_and_again()
    {
        Assert.Throws<BrokenOffException>(() => Begin(new BreakOff(1)));
        for (var i = 0; i < 3; i++)
        {
            Assert.Throws<BrokenOffException>(() => Resume(new BreakOff(2)));
        }

        AssertEndsAsUninterrupted(Resume());
    }

    [Fact]
    public void Without_a_snapshot_it_begins_anew()
    {
        Assert.Throws<BrokenOffException>(() => Begin(new BreakOff(3), snapshotEvery: TimeSpan.FromHours(1)));

        AssertEndsAsUninterrupted(Resume());
    }

    [Fact]
    public void A_damaged_snapshot_costs_the_steps_since_the_one_before()
    {
        Assert.Throws<BrokenOffException>(() => Begin(new BreakOff(7)));
        var newest = Directory.GetFiles(_folder["run/snapshots"]).Max()!;
        File.WriteAllBytes(newest, File.ReadAllBytes(newest)[..^100]);

        AssertEndsAsUninterrupted(Resume());
    }

    [Fact]
    public void A_finished_run_keeps_no_snapshots_and_says_so()
    {
        Begin(new BreakOff(int.MaxValue));

        using var run = RunFolder.Open(_folder["run"]);

        Assert.True(run.IsFinished);
        Assert.False(Directory.Exists(_folder["run/snapshots"]));
    }

    [Fact]
    public void A_stopped_run_is_not_finished()
    {
        using var stop = new CancellationTokenSource();
        Begin(new BreakOff(1, stop.Cancel), stop: stop.Token);

        using var run = RunFolder.Open(_folder["run"]);

        Assert.False(run.IsFinished);
    }

    [Fact]
    public void Other_images_are_refused()
    {
        Assert.Throws<BrokenOffException>(() => Begin(new BreakOff(3)));
        var fewer = TinyRun.Data with { Train = TinyRun.Data.Train.Select([.. Enumerable.Range(0, 63)]) };

        var refused = Assert.Throws<InvalidRunFolderException>(() => Resume(data: fewer));

        Assert.Contains("expected the images that the run began with", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_changed_by_hand_are_refused()
    {
        Assert.Throws<BrokenOffException>(() => Begin(new BreakOff(3)));
        _folder.Edit("run/options.json", "\"steps\": 6", "\"steps\": 7");

        var refused = Assert.Throws<InvalidRunFolderException>(() => Resume());

        Assert.Contains("expected the options that the run began with", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void AssertEndsAsUninterrupted(ModelFolder model)
    {
        Assert.Equal(Options.TotalSteps, model.Manifest.Training.Steps);
        Assert.Equal(Uninterrupted, RunResult.HashOf(_folder["run"]));
    }

    private ModelFolder Begin(
        IProgress<TrainingReport> progress,
        TimeSpan snapshotEvery = default,
        CancellationToken? stop = null
    ) =>
        new TrainingRun(Options, TinyRun.Data, CPU, TimeProvider.System) { SnapshotEvery = snapshotEvery }.Run(
            _folder["run"],
            progress,
            stop ?? TestContext.Current.CancellationToken
        );

    private ModelFolder Resume(IProgress<TrainingReport>? progress = null, ImageDataset? data = null)
    {
        using var run = RunFolder.Open(_folder["run"]);
        return new TrainingRun(run.Options, data ?? TinyRun.Data, CPU, TimeProvider.System)
        {
            SnapshotEvery = TimeSpan.Zero,
        }.Run(run, progress ?? new BreakOff(int.MaxValue), TestContext.Current.CancellationToken);
    }

    private static string HashOfUninterrupted()
    {
        using var folder = new TempFolder();
        new TrainingRun(Options, TinyRun.Data, CPU, TimeProvider.System).Run(
            folder["run"],
            new BreakOff(int.MaxValue),
            CancellationToken.None
        );
        return RunResult.HashOf(folder["run"]);
    }

    private sealed class BrokenOffException : Exception;

    /// <summary>Breaks off, or does something else, at a report.</summary>
    private sealed class BreakOff(int reports, Action? how = null) : IProgress<TrainingReport>
    {
        private int _left = reports;

        public void Report(TrainingReport value)
        {
            if (--_left == 0)
            {
                (how ?? (() => throw new BrokenOffException()))();
            }
        }
    }
}
