using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Models.Images;
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
        var test = Halve(await Digits.TestImagesAsync(500));
        var digits = IdxFiles.Write(_folder["digits"], Halve(await Digits.LabeledAsync(1000)), test);

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

    /// <summary>Images of half the size, of which a judge learns in a quarter of the time.</summary>
    private static ImageSet Halve(ImageSet images)
    {
        var (height, width) = (images.Format.Height / 2, images.Format.Width / 2);
        var halved =
            from image in Enumerable.Range(0, images.Count)
            from y in Enumerable.Range(0, height)
            from x in Enumerable.Range(0, width)
            let first = image * images.Format.Size + 4 * y * width + 2 * x
            let below = first + 2 * width
            select (byte)(
                (images.Pixels[first] + images.Pixels[first + 1] + images.Pixels[below] + images.Pixels[below + 1]) / 4
            );
        return new(new ImageFormat(1, height, width), [.. halved], images.Labels);
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
