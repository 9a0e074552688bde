using InfoGanMl.Evaluation;
using InfoGanMl.Models;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Pictures;

namespace InfoGanMl.Report.Sections;

/// <summary>"Are the samples good?"</summary>
/// <param name="Judged">Generated images beside real ones in the eyes of the judge; null without one.</param>
/// <param name="Cards">What the judge sees in each category; empty without one.</param>
/// <param name="Copies">Whether G copies what it was trained on, in words.</param>
/// <param name="Nearest">Pairs of a generated image and the training image nearest to it, the closest first.</param>
internal sealed record SamplesSection(
    Table? Judged,
    IReadOnlyList<FigureCard> Cards,
    string Copies,
    IReadOnlyList<PicturePair> Nearest
)
{
    private const int MostPairs = 12;

    public static SamplesSection Of(EvaluationMetrics metrics, EvaluationPictures pictures, PictureEncoder encoder)
    {
        var samples = metrics.Scores.Samples;
        return new(
            samples is null ? null : Compare(samples),
            FigureCard.FindAll(
                metrics,
                "samples.agreement",
                "samples.least_category_agreement",
                "samples.least_spread"
            ),
            Describe(metrics.Copies),
            // Where a copy would be.
            [.. pictures.Nearest.OrderBy(pair => pair.Distance).Take(MostPairs).Select(pair => ToPair(pair, encoder))]
        );
    }

    private static Table Compare(SampleScores samples) =>
        new(
            "Generated images, and real training images as the best to be expected, each against real test images",
            ["Measure", "Generated", "Real", "Better"],
            [
                Row("Precision", samples.Precision, samples.RealPrecision, "higher"),
                Row("Recall", samples.Recall, samples.RealRecall, "higher"),
                Row("Kernel distance (KID)", samples.KernelDistance, samples.RealKernelDistance, "lower", 4),
                Row("Fréchet distance", samples.FrechetDistance, samples.RealFrechetDistance, "lower"),
            ]
        );

    private static TableRow Row(string name, double? generated, double? real, string better, int decimals = 3) =>
        new(name, [Text.Number(generated, decimals), Text.Number(real, decimals), better]);

    private static string Describe(Evaluation.Samples.CopyScores copies) =>
        $"Of {Text.Count(copies.Images, "generated image")} the median distance to the nearest training image is "
        + $"{Text.Number(copies.GeneratedDistance)}; of as many real test images, which G cannot have seen, it is "
        + $"{Text.Number(copies.RealDistance)}. A model that copies would be much closer than real images are. "
        + "(Euclidean distance of pixels in [0, 1].)";

    private static PicturePair ToPair(NearestPicture pair, PictureEncoder encoder) =>
        new(
            new(encoder.Encode(pair.Generated), "generated image"),
            new(encoder.Encode(pair.Training), "training image nearest to it"),
            Text.Number(pair.Distance)
        );
}

/// <summary>A generated image and the training image nearest to it.</summary>
/// <param name="Generated">The generated one.</param>
/// <param name="Training">The training image.</param>
/// <param name="Distance">Between the two.</param>
internal sealed record PicturePair(Picture Generated, Picture Training, string Distance);
