using System.Text.Json;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Models;
using InfoGanMl.Models.Runs;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Tool.Tests;

/// <summary>The verb as users run it.</summary>
[Trait("Speed", "Slow")]
public sealed class EvaluateTests : IDisposable
{
    private static readonly string Tool = ExecutableProcess.MetadataOf(typeof(EvaluateTests).Assembly, "infogan");

    /// <summary>What scripts read at the top of the file.</summary>
    private static readonly string[] TopLevel =
    [
        "seed",
        "preset",
        "data_set",
        "l_i",
        "h_c",
        "continuous_r2",
        "accuracy_one_to_one",
        "purity",
        "nmi",
        "ari",
        "downstream_accuracy_100_labels",
        "test_images",
        "code_meanings",
        "samples",
        "steps",
        "seconds",
        "images_seen",
        "images_per_second",
        "peak_rss_bytes",
        "device",
        "head_start_information",
        "trained_at",
        "trained_with",
        "starts",
        "label_efficiency",
        "parity_max_abs_diff",
        "evaluation_data_set",
        "evaluation_seed",
        "evaluation_seconds",
        "evaluation_peak_rss_bytes",
        "evaluation_device",
        "evaluated_at",
        "categories",
        "classes",
        "copies",
        "history",
        "published",
        "figures",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_is_scored_into_a_report_a_metrics_file_and_its_card()
    {
        await RealMnist.OpenAsync();
        var model = SmokeModel.CopyRunTo(_folder["run"]);
        SmokeModel.CopyTo(_folder["run/starts/rank-01"]);

        var result = Run("--model", model, "--output", _folder["out"], "--update-card");

        Assert.True(result.ExitCode == 0, result.Error);
        var metrics = JsonDocument.Parse(await ReadAsync("out/metrics.json")).RootElement;
        Assert.Subset(metrics.EnumerateObject().Select(member => member.Name).ToHashSet(), TopLevel.ToHashSet());
        Assert.Equal("smoke", metrics.GetProperty("preset").GetString());
        Assert.Equal(10_000, metrics.GetProperty("test_images").GetInt32());
        Assert.Equal(2, metrics.GetProperty("continuous_r2").GetArrayLength());
        Assert.InRange(metrics.GetProperty("parity_max_abs_diff").GetDouble(), 0, 1e-4);
        Assert.Equal(1, metrics.GetProperty("starts").GetArrayLength());
        Assert.NotEqual(0, metrics.GetProperty("history").GetArrayLength());
        Assert.Equal(["out/metrics.json", "out/report.html"], FilesIn("out").Order());

        var run = Assert.Single(ReproducedRun.ReadAll(_folder["out"])); // the table over seeds is made from such files
        Assert.Equal(
            ("smoke", metrics.GetProperty("l_i").GetDouble()),
            (run.Origin.Preset, run.Measured[CodeMetrics.Information]!.Value)
        );

        var scores = ModelFolder.Open(model).Manifest.Scores;
        Assert.Equal(
            metrics.GetProperty("accuracy_one_to_one").GetDouble(),
            scores!.Find(ClusteringMetrics.Accuracy.Key)!.Value
        );
        Assert.Contains("One-to-one accuracy", await ReadAsync("run/model/README.md"), StringComparison.Ordinal);
        Assert.Contains("Execution provider", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folder_of_a_training_is_scored_into_itself_with_its_own_data()
    {
        var model = SmokeModel.CopyRunTo(_folder["run"]);
        var own = JsonSerializer.Serialize(new { data = await FewDigitsAsync() });
        await File.WriteAllTextAsync(_folder["run/conditions.json"], own, TestContext.Current.CancellationToken);

        var result = Run("--run", _folder["run"]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("300 test images", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["run/metrics.json"]));
        Assert.True(File.Exists(_folder["run/report.html"]));
        Assert.NotNull(ModelFolder.Open(model).Manifest.Scores);
    }

    [Fact]
    public void A_folder_that_no_training_left_behind_is_refused()
    {
        var result = Run("--run", _folder["nothing"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("conditions.json: found no such file; expected", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_models_are_compared_on_one_page()
    {
        var result = Run(
            "--model",
            PretrainedModel.Mnist.FolderPath,
            "--model",
            SmokeModel.Model.FolderPath,
            "--data",
            await FewDigitsAsync(),
            "--output",
            _folder["out"]
        );

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(["out/comparison.json", "out/report.html"], FilesIn("out").Order());
        Assert.Equal(
            ["metrics.json", "report.html"],
            Directory.GetFiles(_folder["out/mnist-seed-1"]).Select(Path.GetFileName).Order()
        );
        var comparison = JsonDocument.Parse(await ReadAsync("out/comparison.json")).RootElement;
        var agreement = comparison.GetProperty("agreement");
        Assert.Equal(1, agreement[0][0].GetDouble());
        Assert.Equal(agreement[0][1].GetDouble(), agreement[1][0].GetDouble(), 1e-9);
    }

    [Fact]
    public void A_folder_without_a_model_is_one_line_on_standard_error()
    {
        var result = Run("--model", _folder["nothing"], "--output", _folder["out"]);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(
            $"{_folder["nothing"]}: found no such folder; expected",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/out")]
    public async Task An_output_folder_that_cannot_be_made_is_one_line_on_standard_error(string output)
    {
        await RealMnist.OpenAsync();
        await File.WriteAllTextAsync(_folder["file"], "a file", TestContext.Current.CancellationToken);

        var result = Run("--model", SmokeModel.Model.FolderPath, "--output", _folder[output]);

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("Recognizing", result.Error, StringComparison.Ordinal); // it is found before anything takes time
        Assert.EndsWith($"'{_folder["file"]}' already exists.", LastLineOf(result.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task References_of_another_training_leave_neither_metrics_nor_scores()
    {
        await RealMnist.OpenAsync();
        var model = SmokeModel.CopyRunTo(_folder["run"]);
        BreakAReference();

        var result = Run("--model", model, "--output", _folder["out"], "--update-card");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(
            "generator, batch of 1, tensor 'image': found a difference",
            LastLineOf(result.Error),
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(_folder["out"]));
        Assert.Null(ModelFolder.Open(model).Manifest.Scores);
    }

    [Theory]
    [InlineData]
    [InlineData("--model", "somewhere", "--size", "64")]
    [InlineData("--run", "somewhere", "--output", "out")]
    [InlineData("--model", "somewhere", "--output", "out", "--unknown")]
    [InlineData("--model", "somewhere", "--output", "out", "surplus")]
    [InlineData("--model", "somewhere", "--output", "out", "--device", "tpu")]
    public void Wrong_arguments_are_refused_with_exit_code_2(params string[] arguments)
    {
        var result = Run(arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.NotEmpty(result.Error);
    }

    [Fact]
    public void CUDA_is_refused_where_it_is_missing()
    {
        Assert.SkipWhen(
            Directory.GetFiles(Path.GetDirectoryName(Tool)!, "*providers_cuda*", SearchOption.AllDirectories).Length
                > 0,
            "This build has CUDA."
        );

        var result = Run("--model", SmokeModel.Model.FolderPath, "--output", _folder["out"], "--device", "cuda");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(
            "Device Cuda, GPU 0: found ONNX Runtime with ",
            LastLineOf(result.Error),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_application_without_native_ONNX_Runtime_is_told_which_package_to_add()
    {
        CopyToolWithoutNativeLibraries();

        var result = ExecutableProcess.Run(
            _folder["app/infogan.dll"],
            ["evaluate", "--model", SmokeModel.Model.FolderPath, "--output", _folder["out"]]
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Add the package Microsoft.ML.OnnxRuntime", result.Error, StringComparison.Ordinal);
    }

    private async Task<string> FewDigitsAsync() =>
        IdxFiles.Write(_folder["data"], await Digits.LabeledAsync(200), await Digits.TestImagesAsync(300));

    private static ProcessResult Run(params IEnumerable<string> arguments) =>
        ExecutableProcess.Run(Tool, ["evaluate", .. arguments]);

    private Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(_folder[file], TestContext.Current.CancellationToken);

    /// <summary>After what it said of its progress.</summary>
    private static string LastLineOf(string error) => error.TrimEnd().Split('\n')[^1];

    private IEnumerable<string> FilesIn(string folder) =>
        Directory.GetFiles(_folder[folder]).Select(file => Path.GetRelativePath(_folder["."], file));

    private void BreakAReference()
    {
        var broken = ReferenceTensors.PathOf(_folder["run/references"], "generator", 1, "image");
        var (values, shape) = ReferenceTensors.Read(broken);
        values[100] += 0.01f;
        ReferenceTensors.Write(broken, values, shape);
    }

    /// <summary>Without its deps.json an application finds what lies beside it, and that is no native library here.</summary>
    private void CopyToolWithoutNativeLibraries()
    {
        Directory.CreateDirectory(_folder["app"]);
        var files = Directory
            .GetFiles(Path.GetDirectoryName(Tool)!)
            .Where(file =>
                file.EndsWith(".dll", StringComparison.Ordinal)
                || file.EndsWith(".runtimeconfig.json", StringComparison.Ordinal)
            );
        foreach (var file in files)
        {
            File.Copy(file, _folder[Path.Combine("app", Path.GetFileName(file))]);
        }
    }
}
