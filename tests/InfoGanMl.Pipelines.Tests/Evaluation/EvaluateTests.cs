using System.Text.Json;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Models.Folder;
using InfoGanMl.Testing;

namespace InfoGanMl.Pipelines.Tests.Evaluation;

/// <summary>The executable as users run it.</summary>
public sealed class EvaluateTests : IDisposable
{
    private static readonly string Evaluate = ExecutableProcess.MetadataOf(
        typeof(EvaluateTests).Assembly,
        "InfoGanMl.Evaluate"
    );

    private static readonly string[] ExpectedMetrics =
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
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_is_scored_into_the_metrics_file_and_its_card()
    {
        await RealMnist.OpenAsync();
        var model = SmokeModel.CopyTo(_folder["model"]);
        SmokeModel.CopyTo(_folder["starts/rank-01"]);

        var result = ExecutableProcess.Run(
            Evaluate,
            [
                "--model",
                model.FolderPath,
                "--output",
                _folder["out"],
                "--references",
                SmokeModel.ReferencesPath,
                "--starts",
                _folder["starts"],
                "--update-card",
            ]
        );

        Assert.True(result.ExitCode == 0, result.Error);
        var metrics = JsonDocument.Parse(await ReadAsync("out/metrics.json")).RootElement;
        Assert.Equal(ExpectedMetrics, metrics.EnumerateObject().Select(member => member.Name));
        Assert.Equal("smoke", metrics.GetProperty("preset").GetString());
        Assert.Equal(10_000, metrics.GetProperty("test_images").GetInt32());
        Assert.Equal(2, metrics.GetProperty("continuous_r2").GetArrayLength());
        Assert.InRange(metrics.GetProperty("parity_max_abs_diff").GetDouble(), 0, 1e-4);
        Assert.Equal(["out/metrics.json"], FilesIn("out"));

        var run = Assert.Single(ReproducedRun.ReadAll(_folder["out"])); // the table over seeds is made from such files
        Assert.Equal(
            ("smoke", metrics.GetProperty("l_i").GetDouble()),
            (run.Origin.Preset, run.Scores.MutualInformation)
        );

        var scores = ModelFolder.Open(model.FolderPath).Manifest.Scores;
        Assert.Equal(metrics.GetProperty("accuracy_one_to_one").GetDouble(), scores!.AccuracyOneToOne);
        Assert.Contains("one-to-one accuracy", await ReadAsync("model/README.md"), StringComparison.Ordinal);
        Assert.Contains("execution provider", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_model_is_one_line_on_standard_error()
    {
        var result = ExecutableProcess.Run(Evaluate, "--model", _folder["nothing"], "--output", _folder["out"]);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(
            $"{_folder["nothing"]}: found no such folder; expected",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Single(result.Error.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task Starts_that_are_not_there_leave_no_metrics()
    {
        await RealMnist.OpenAsync();

        var result = ExecutableProcess.Run(
            Evaluate,
            ["--model", SmokeModel.Model.FolderPath, "--output", _folder["out"], "--starts", _folder["nowhere"]]
        );

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"Found no folder {_folder["nowhere"]}; expected", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task An_output_folder_that_is_a_file_is_one_line_on_standard_error()
    {
        await RealMnist.OpenAsync();
        await File.WriteAllTextAsync(_folder["out"], "a file", TestContext.Current.CancellationToken);

        var result = ExecutableProcess.Run(
            Evaluate,
            ["--model", SmokeModel.Model.FolderPath, "--output", _folder["out"]]
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task References_of_another_training_leave_neither_metrics_nor_scores()
    {
        await RealMnist.OpenAsync();
        var model = SmokeModel.CopyTo(_folder["model"]);
        CopyReferencesWithABrokenValue();

        var result = ExecutableProcess.Run(
            Evaluate,
            [
                "--model",
                model.FolderPath,
                "--output",
                _folder["out"],
                "--references",
                _folder["references"],
                "--update-card",
            ]
        );

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith(
            "generator, batch of 1, tensor 'image': found a difference",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(_folder["out"]));
        Assert.Null(ModelFolder.Open(model.FolderPath).Manifest.Scores);
    }

    [Theory]
    [InlineData]
    [InlineData("--model", "somewhere")]
    [InlineData("--model", "somewhere", "--output", "out", "--unknown")]
    [InlineData("--model", "somewhere", "--output", "out", "surplus")]
    [InlineData("--model", "somewhere", "--output", "out", "--device", "tpu")]
    public void Wrong_arguments_are_refused_with_exit_code_2(params string[] arguments)
    {
        var result = ExecutableProcess.Run(Evaluate, arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.NotEmpty(result.Error);
    }

    [Fact]
    public void CUDA_is_refused_where_it_is_missing()
    {
        Assert.SkipWhen(
            Directory.GetFiles(Path.GetDirectoryName(Evaluate)!, "*providers_cuda*", SearchOption.AllDirectories).Length
                > 0,
            "This build has CUDA."
        );

        var result = ExecutableProcess.Run(
            Evaluate,
            ["--model", SmokeModel.Model.FolderPath, "--output", _folder["out"], "--device", "cuda"]
        );

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("Device Cuda: found ONNX Runtime with ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_application_without_native_ONNX_Runtime_is_told_which_package_to_add()
    {
        CopyEvaluateWithoutNativeLibraries();

        var result = ExecutableProcess.Run(
            _folder["app/InfoGanMl.Evaluate.dll"],
            ["--model", SmokeModel.Model.FolderPath, "--output", _folder["out"]]
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Add the package Microsoft.ML.OnnxRuntime", result.Error, StringComparison.Ordinal);
    }

    private Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(_folder[file], TestContext.Current.CancellationToken);

    private IEnumerable<string> FilesIn(string folder) =>
        Directory.GetFiles(_folder[folder]).Select(file => Path.GetRelativePath(_folder["."], file));

    private void CopyReferencesWithABrokenValue()
    {
        foreach (var file in Directory.GetFiles(SmokeModel.ReferencesPath, "*", SearchOption.AllDirectories))
        {
            var copy = _folder[Path.Combine("references", Path.GetRelativePath(SmokeModel.ReferencesPath, file))];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var broken = ReferenceTensors.PathOf(_folder["references"], "generator", 1, "image");
        var (values, shape) = ReferenceTensors.Read(broken);
        values[100] += 0.01f;
        ReferenceTensors.Write(broken, values, shape);
    }

    /// <summary>Without its deps.json an application finds what lies beside it, and that is no native library here.</summary>
    private void CopyEvaluateWithoutNativeLibraries()
    {
        Directory.CreateDirectory(_folder["app"]);
        var files = Directory
            .GetFiles(Path.GetDirectoryName(Evaluate)!)
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
