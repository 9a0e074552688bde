using System.Globalization;
using InfoGanMl.Datasets;
using InfoGanMl.Training.Judging;
using TorchSharp;

namespace InfoGanMl.TrainJudge;

/// <summary>Shows a training of a judge: a line per epoch, or per tenth of many.</summary>
internal sealed class ConsoleOutput(TimeProvider clock) : IProgress<JudgeReport>
{
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Prints what is about to be trained.</summary>
    public static void PrintOptions(JudgeOptions options, ImageDataset data, string output)
    {
        Print(
            $"Judge  seed {options.Seed}, {options.EpochsOver(data.Train.Count)} epochs in batches of {options.BatchSize}"
        );
        Print($"Data   {data.Name}, {data.Train.Count} images of {data.Train.Format} with their labels");
        Print($"Device CPU, {torch.get_num_threads()} threads");
        Print($"Output {output}");
    }

    /// <summary>Prints how the finished judge does.</summary>
    public static void PrintScore(JudgeScore score, string output)
    {
        Print($"test accuracy {score.Accuracy:P2}, loss {score.Loss:F4}");
        Print($"{output}, {new FileInfo(output).Length} bytes");
    }

    /// <inheritdoc/>
    public void Report(JudgeReport value)
    {
        if (value.Epoch % Math.Max(1, value.Epochs / 10) != 0 && value.Epoch < value.Epochs)
        {
            return;
        }

        var seconds = clock.GetElapsedTime(_start).TotalSeconds;
        Print($"epoch {value.Epoch}/{value.Epochs} | loss {value.Loss:F4} | {seconds:F0} s");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
