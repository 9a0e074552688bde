using System.Text.Json;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Testing;
using InfoGanMl.Training.Devices;
using TorchSharp;

namespace InfoGanMl.Benchmarks.Tests;

[Trait("Speed", "Slow")]
public class ProgramTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "InfoGanMl.Benchmarks.dll");

    [Fact]
    public async Task A_quick_run_writes_every_figure_as_JSON_and_as_a_page()
    {
        await RealMnist.OpenAsync();
        using var folder = new TempFolder();

        var result = Run("--device", "cpu", "--output", folder.Path);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("| `mnist-paper` | 128 |", File.ReadAllText(Path.Combine(folder.Path, "benchmarks.md")));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "benchmarks.json")));
        var presets = json.RootElement.GetProperty("presets").EnumerateArray().ToList();
        Assert.Equal(["mnist-paper", "mnist"], presets.Select(preset => preset.GetProperty("preset").GetString()));
        // No bounds on speeds: a machine that does something else as well once reached 0.6 % of its peak.
        Assert.All(presets, preset => Assert.True(MedianOf(preset.GetProperty("share_of_peak")) > 0));
        Assert.All(presets, preset => Assert.True(MedianOf(preset.GetProperty("parts").GetProperty("G")) > 0));
        Assert.All(presets, preset => Assert.Equal(HasBFloat16, TimesFloat32InBFloat16(preset) > 0));
        Assert.All(
            json.RootElement.GetProperty("files").EnumerateArray(),
            files => Assert.True(MedianOf(files.GetProperty("share_of_slower")) > 0)
        );
        Assert.True(MedianOf(json.RootElement.GetProperty("seconds_to_first_step")) > 0);
        Assert.InRange(
            json.RootElement.GetProperty("recognition").GetProperty("largest_difference").GetSingle(),
            0,
            1e-5f
        );
    }

    [Fact]
    public void A_device_that_does_not_exist_is_refused_with_the_names_of_those_that_do()
    {
        var result = Run("--device", "abacus");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("abacus", result.Error);
        Assert.Contains("Cpu", result.Error);
    }

    private static bool HasBFloat16 =>
        TrainingPrecision.Resolve(Presets.Mnist with { Precision = Precision.Auto }, torch.CPU).Precision
        == Precision.BFloat16;

    private static double? TimesFloat32InBFloat16(JsonElement preset) =>
        preset.GetProperty("bfloat16") is { ValueKind: JsonValueKind.Object } half
            ? MedianOf(half.GetProperty("times_float32"))
            : null;

    private static ProcessResult Run(params IEnumerable<string> options) =>
        ExecutableProcess.Run(Program, ["--quick", "--model", PretrainedModel.Mnist.FolderPath, .. options]);

    private static double MedianOf(JsonElement measured) => measured.GetProperty("median").GetDouble();
}
