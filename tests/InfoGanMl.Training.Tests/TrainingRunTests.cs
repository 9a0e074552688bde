using System.Text.Json;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes;
using InfoGanMl.Testing;
using InfoGanMl.Training.Runs;
using InfoGanMl.Training.Steps;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests;

[Trait("Speed", "Slow")]
public sealed class TrainingRunTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_run_leaves_options_metrics_pictures_checkpoints_and_a_model()
    {
        var output = _folder["run"];
        var reports = new List<TrainingReport>();

        var model = Train(
            TinyRun.Options,
            TinyRun.Data,
            output,
            new Collector(reports),
            TestContext.Current.CancellationToken
        );

        Assert.Equal([2, 4, 6], reports.Select(report => report.Step));
        Assert.Equal(3, File.ReadLines(Path.Combine(output, "metrics.jsonl")).Count());
        Assert.Equal("tiny", ReadOptions(output).Preset);
        Assert.Equal(["step-000003.png", "step-000006.png"], Names(Path.Combine(output, "samples")));
        Assert.Equal(["step-000003"], Names(Path.Combine(output, "checkpoints")));
        Assert.Single(Names(Path.Combine(output, "tensorboard")));
        Assert.Equal(6 * 16, ModelFolder.Open(model.FolderPath).Manifest.Training.ImagesSeen);
    }

    [Fact]
    public void A_head_start_counts_as_steps_and_reports_its_mutual_information()
    {
        var options = TinyRun.Options with { HeadStart = new(Steps: 4, BatchSize: 32) };
        var reports = new List<TrainingReport>();
        var progress = new Collector(reports);

        var model = Train(options, TinyRun.Data, _folder["run"], progress, TestContext.Current.CancellationToken);

        Assert.Equal([2, 4, 6, 8, 10], reports.Select(report => report.Step));
        Assert.All(reports[..2], report => Assert.InRange(report.HeadStartInformation!.Value, 0, Math.Log(3)));
        Assert.All(reports[2..], report => Assert.NotNull(report.Measures));
        Assert.Equal(4 * 32 + 6 * 16, model.Manifest.Training.ImagesSeen);
    }

    [Fact]
    public void Starts_leave_a_model_folder_each_the_best_one_first()
    {
        var options = TinyRun.Options with { HeadStart = new(Steps: 4, BatchSize: 32, Starts: 2) };
        var reports = new List<TrainingReport>();
        var progress = new Collector(reports);

        var model = Train(options, TinyRun.Data, _folder["run"], progress, TestContext.Current.CancellationToken);

        // 2 steps of both starts and 2 of one, then 6 of all networks; the last report ends the run.
        Assert.Equal([2, 4, 6, 8, 10, 12], reports.Select(report => report.Step));
        Assert.Equal(6 * 32 + 6 * 16, model.Manifest.Training.ImagesSeen);

        Assert.Equal(["rank-01", "rank-02"], Names(_folder["run/starts"]));
        var best = ModelFolder.Open(_folder["run/starts/rank-01"]).Manifest.Training;
        var dropped = ModelFolder.Open(_folder["run/starts/rank-02"]).Manifest.Training;
        Assert.Equal((4, 2), (best.Steps, dropped.Steps));
        Assert.Equal(best.HeadStartInformation, model.Manifest.Training.HeadStartInformation);
        Assert.NotEqual(best.HeadStartInformation, dropped.HeadStartInformation);
    }

    [Fact]
    public void One_start_leaves_no_folder_of_starts()
    {
        Train(TinyRun.Options with { HeadStart = new(Steps: 2, BatchSize: 32) }, _folder["run"]);

        Assert.False(Directory.Exists(_folder["run/starts"]));
    }

    [Fact]
    public void The_same_options_give_the_same_model_every_time()
    {
        var options = TinyRun.Options with { HeadStart = new(Steps: 10, BatchSize: 32, Starts: 2) };

        var first = Train(options, _folder["first"]);
        var second = Train(options, _folder["second"]);

        Assert.All(
            ["generator.onnx", "recognizer.onnx", "preview.png"],
            file => Assert.Equal(first.Manifest.Files[file], second.Manifest.Files[file])
        );
    }

    [Fact]
    public void Intervals_longer_than_the_run_still_save_a_model_and_samples()
    {
        var options = TinyRun.Options with { Steps = 2, ReportEvery = 100, CheckpointEvery = 100 };

        var model = Train(options, _folder["run"]);

        Assert.Equal(2, ModelFolder.Open(model.FolderPath).Manifest.Training.Steps);
        Assert.Equal(["step-000002.png"], Names(_folder["run/samples"]));
        Assert.Single(File.ReadLines(_folder["run/metrics.jsonl"]));
    }

    [Fact]
    public void A_stopped_run_still_writes_a_usable_model()
    {
        using var stop = new CancellationTokenSource();
        var stopper = new Collector([], () => stop.Cancel());

        var options = TinyRun.Options with { Steps = 1000 };

        var model = Train(options, TinyRun.Data, _folder["run"], stopper, stop.Token);

        Assert.Equal(2, ModelFolder.Open(model.FolderPath).Manifest.Training.Steps);
    }

    [Fact]
    public void A_run_stopped_in_its_head_start_writes_a_usable_model_too()
    {
        using var stop = new CancellationTokenSource();
        var stopper = new Collector([], () => stop.Cancel());
        var options = TinyRun.Options with { HeadStart = new(Steps: 1000, BatchSize: 32) };

        var model = Train(options, TinyRun.Data, _folder["run"], stopper, stop.Token);

        Assert.Equal(2, ModelFolder.Open(model.FolderPath).Manifest.Training.Steps);
    }

    [Fact]
    public void Divergence_in_a_head_start_names_the_term_and_no_checkpoint()
    {
        var options = TinyRun.Options with { HeadStart = new(Steps: 50, BatchSize: 32, LearningRate: 1e30) };

        var diverged = Assert.Throws<TrainingDivergedException>(() => Train(options, _folder["run"]));

        Assert.Contains("pair_information = ", diverged.Message, StringComparison.Ordinal);
        Assert.Null(diverged.LastCheckpoint);
    }

    [Fact]
    public void Divergence_ends_the_run_with_the_step_the_terms_and_the_last_checkpoint()
    {
        var options = TinyRun.Options with { CheckpointEvery = 1, DiscriminatorLearningRate = 1e17, Steps = 50 };

        var diverged = Assert.Throws<TrainingDivergedException>(() => Train(options, _folder["run"]));

        Assert.Contains($"step {diverged.Step}", diverged.Message, StringComparison.Ordinal);
        Assert.Contains("discriminator_loss = ", diverged.Message, StringComparison.Ordinal);
        Assert.Equal($"step-{diverged.Step - 1:D6}", Path.GetFileName(diverged.LastCheckpoint));
        Assert.NotNull(ModelFolder.Open(diverged.LastCheckpoint!));
        Assert.False(Directory.Exists(_folder["run/model"]));
    }

    [Fact]
    public void A_folder_with_a_run_in_it_is_not_overwritten()
    {
        Train(TinyRun.Options, _folder["run"]);
        var before = File.ReadAllText(_folder["run/model/model.json"]);

        var refused = Assert.Throws<InvalidOptionsException>(() => Train(TinyRun.Options, _folder["run"]));

        Assert.Contains("already holds a run", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(_folder["run/model/model.json"]));
    }

    [Fact]
    public void Images_of_another_size_are_refused_before_anything_is_written()
    {
        var options = Presets.Smoke;

        var refused = Assert.Throws<InvalidOptionsException>(() => Train(options, _folder["run"]));

        Assert.Contains("1×8×8; expected 1×28×28", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["run"]));
    }

    [Fact]
    public void A_head_start_needs_a_batch_of_images_too()
    {
        var options = TinyRun.Options with { HeadStart = new(BatchSize: 65) };

        var refused = Assert.Throws<InvalidOptionsException>(() => Train(options, _folder["run"]));

        Assert.Contains("expected at least a batch of 65", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_images_than_a_batch_are_refused()
    {
        var options = TinyRun.Options with { BatchSize = 65 };

        var refused = Assert.Throws<InvalidOptionsException>(() => Train(options, _folder["run"]));

        Assert.Contains(
            "64 training images; expected at least a batch of 65",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Checkpoints_do_not_change_what_is_learned()
    {
        var often = Train(TinyRun.Options with { CheckpointEvery = 1 }, _folder["often"]);
        var never = Train(TinyRun.Options with { CheckpointEvery = 100 }, _folder["never"]);

        Assert.Equal(File.ReadAllBytes(never.GeneratorPath), File.ReadAllBytes(often.GeneratorPath));
    }

    [Fact]
    public void The_labels_are_not_looked_at()
    {
        var shuffled = new ImageSet(
            TinyRun.Data.Train.Format,
            TinyRun.Data.Train.Pixels,
            [.. Enumerable.Repeat(7, 64)]
        );
        var relabeled = TinyRun.Data with { Train = shuffled };

        var first = Train(TinyRun.Options, _folder["first"]);
        var second = Train(TinyRun.Options, relabeled, _folder["second"]);

        Assert.Equal(File.ReadAllBytes(first.RecognizerPath), File.ReadAllBytes(second.RecognizerPath));
    }

    public void Dispose() => _folder.Dispose();

    private static ModelFolder Train(TrainingOptions options, string output) => Train(options, TinyRun.Data, output);

    private static ModelFolder Train(TrainingOptions options, ImageDataset data, string output) =>
        Train(options, data, output, new Collector([]), TestContext.Current.CancellationToken);

    private static ModelFolder Train(
        TrainingOptions options,
        ImageDataset data,
        string output,
        Collector progress,
        CancellationToken stop
    ) => new TrainingRun(options, data, CPU, TimeProvider.System).Run(output, progress, stop);

    private static TrainingOptions ReadOptions(string output) =>
        JsonSerializer.Deserialize<TrainingOptions>(
            File.ReadAllText(Path.Combine(output, "options.json")),
            InfoGanJson.Options
        )!;

    private static string?[] Names(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)];

    private sealed class Collector(List<TrainingReport> reports, Action? then = null) : IProgress<TrainingReport>
    {
        public void Report(TrainingReport value)
        {
            reports.Add(value);
            then?.Invoke();
        }
    }
}
