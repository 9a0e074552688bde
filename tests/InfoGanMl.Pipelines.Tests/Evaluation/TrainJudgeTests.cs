using System.Buffers.Binary;
using InfoGanMl.Datasets;
using InfoGanMl.Evaluation;
using InfoGanMl.Testing;

namespace InfoGanMl.Pipelines.Tests.Evaluation;

/// <summary>The executable as users run it; here rather than with the training, as ONNX Runtime reads what it writes.</summary>
public sealed class TrainJudgeTests : IDisposable
{
    private static readonly string TrainJudge = ExecutableProcess.MetadataOf(
        typeof(TrainJudgeTests).Assembly,
        "InfoGanMl.TrainJudge"
    );

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_judge_of_ones_own_images_works_in_ONNX_Runtime_as_it_did_in_training()
    {
        var test = await Digits.TestImagesAsync(500);
        Write("train", await Digits.LabelledAsync(1000));
        Write("t10k", test);

        var result = ExecutableProcess.Run(
            TrainJudge,
            ["--data", _folder["digits"], "--seed", "3", "--output", _folder["new/judge.onnx"]]
        );

        Assert.True(result.ExitCode == 0, result.Error);
        using var judge = Judge.Open(_folder["new/judge.onnx"]);
        var found = JudgeScores.Measure(judge, test);
        JudgeScores.AssertClose(JudgeScores.Stated(_folder["new/judge.onnx"]), found);
        Assert.InRange(found.Accuracy, 0.7, 1); // 42 updates
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
            TrainJudge,
            ["--data", _folder["nothing"], "--output", _folder["judge.onnx"]]
        );

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no train-images-idx3-ubyte", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["judge.onnx"]));
    }

    private void Write(string name, ImageSet images)
    {
        var format = images.Format;
        var imagesFile = Path.Combine("digits", $"{name}-images-idx3-ubyte");
        _folder.Write(imagesFile, [.. Numbers(2051, images.Count, format.Height, format.Width), .. images.Pixels]);
        _folder.Write(
            Path.Combine("digits", $"{name}-labels-idx1-ubyte"),
            [.. Numbers(2049, images.Count), .. images.Labels]
        );
    }

    private static IEnumerable<byte> Numbers(params int[] numbers) =>
        numbers.SelectMany(number => BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(number)));
}
