using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Tool.Tests;

/// <summary>The verb judge as users run it; here rather than with the training, as ONNX Runtime reads what it writes.</summary>
[Trait("Speed", "Slow")]
public sealed class JudgeVerbTests : IDisposable
{
    private static readonly string Train = ExecutableProcess.MetadataOf(
        typeof(JudgeVerbTests).Assembly,
        "infogan-train"
    );

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_judge_of_ones_own_images_works_in_ONNX_Runtime_as_it_did_in_training()
    {
        var test = await Digits.TestImagesAsync(500);
        var digits = IdxFolder.Write(_folder["digits"], await Digits.LabeledAsync(1000), test);

        var result = ExecutableProcess.Run(
            Train,
            ["judge", "--data", digits, "--seed", "3", "--output", _folder["new/judge.onnx"]]
        );

        Assert.True(result.ExitCode == 0, result.Error);
        using var judge = Judge.Open(_folder["new/judge.onnx"]);
        var found = JudgeScores.Measure(judge, test);
        Assert.True(JudgeScores.AreClose(JudgeScores.Stated(_folder["new/judge.onnx"]), found), $"{found}");
        Assert.InRange(found.Accuracy, 0.9, 1);
        Assert.Contains(
            FormattableString.Invariant($"test accuracy {found.Accuracy:P2}"),
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_folder_without_images_is_refused()
    {
        var result = ExecutableProcess.Run(
            Train,
            ["judge", "--data", _folder["nothing"], "--output", _folder["judge.onnx"]]
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no train-images-idx3-ubyte", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["judge.onnx"]));
    }
}
