using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;
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
        var compared = metrics.Figures.Where(figure => metrics.Figures.OfRealImages(figure) is not null).ToList();
        return new(
            compared.Count == 0 ? null : Compare(metrics.Figures, compared),
            FigureCard.FindAll(metrics, Evaluation.Figures.Cards.Samples),
            Describe(metrics),
            // Where a copy would be.
            [.. pictures.Nearest.OrderBy(pair => pair.Distance).Take(MostPairs).Select(pair => ToPair(pair, encoder))]
        );
    }

    private static Table Compare(FigureSet figures, IReadOnlyList<Figure> compared) =>
        new(
            "Generated images, and real training images as the best to be expected, each against real test images",
            ["Measure", "Generated", "Real", "Better"],
            compared.Select(figure => new TableRow(
                figure.Title,
                [
                    FigureText.Number(figure.Kind, figure.Value) + (figure.Unit == Unit.Share ? " %" : ""),
                    FigureText.Number(figure.Kind, figures.OfRealImages(figure)!.Value)
                        + (figure.Unit == Unit.Share ? " %" : ""),
                    figure.Kind.LowerIsBetter ? "lower" : "higher",
                ]
            ))
        );

    private static string Describe(EvaluationMetrics metrics) =>
        $"Of {Text.Count(metrics.Copies.Images, "generated image")} the median distance to the nearest training image is "
        + $"{Text.Number(metrics[CopyScorer.GeneratedDistance]?.Value)}; of as many real test images, which G cannot have seen, it is "
        + $"{Text.Number(metrics[CopyScorer.RealDistance]?.Value)}. A model that copies would be much closer than real images are. "
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
