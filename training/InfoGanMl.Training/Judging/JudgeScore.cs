using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Judging;

/// <summary>How well a judge classifies images that it has not learned from.</summary>
/// <param name="Accuracy">Share of images classified right.</param>
/// <param name="Loss">Mean of −log p(class) in nats.</param>
public sealed record JudgeScore(double Accuracy, double Loss)
{
    private const int Batch = 500; // bounds the memory

    /// <summary>Scores a judge as its ONNX file will work: batch norm by its running averages.</summary>
    public static JudgeScore Measure(TrainableJudge judge, ImageSet images)
    {
        using var _ = no_grad();
        judge.Train(false);
        var (right, loss) = (0L, 0.0);
        for (var start = 0; start < images.Count; start += Batch)
        {
            using var scope = NewDisposeScope();
            var (pixels, labels) = Slice(images, start, Math.Min(Batch, images.Count - start));
            var logits = judge.Classify(pixels);
            right += logits.argmax(1).eq(labels).sum().item<long>();
            loss += nn.functional.cross_entropy(logits, labels, reduction: nn.Reduction.Sum).item<float>();
        }

        return new((double)right / images.Count, loss / images.Count);
    }

    private static (Tensor Images, Tensor Labels) Slice(ImageSet images, int start, int count)
    {
        var format = images.Format;
        var pixels = ImageFormat.ToFloats(images.Pixels.AsSpan(start * format.Size, count * format.Size));
        return (
            tensor(pixels, [count, format.Channels, format.Height, format.Width]),
            tensor(images.Labels[start..(start + count)], int64)
        );
    }
}
