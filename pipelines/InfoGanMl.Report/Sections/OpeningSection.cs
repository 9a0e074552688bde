using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Report.Elements;
using InfoGanMl.Report.Formatting;
using InfoGanMl.Report.Pictures;

namespace InfoGanMl.Report.Sections;

/// <summary>What the model is, and the one thing to know about it.</summary>
/// <param name="Title">Head of the page.</param>
/// <param name="Number">The number that stands out.</param>
/// <param name="Sentence">The sentence that it begins.</param>
/// <param name="Explanation">How sure the number is, and how it was counted.</param>
/// <param name="Facts">What the model is.</param>
/// <param name="Preview">A generated image of each category, or some where there is none.</param>
internal sealed record OpeningSection(
    string Title,
    string Number,
    string Sentence,
    string Explanation,
    IReadOnlyList<Fact> Facts,
    PictureRow Preview
)
{
    public static OpeningSection Of(EvaluationMetrics metrics, EvaluationPictures pictures, PictureEncoder encoder)
    {
        var (number, sentence, explanation) = Summarize(metrics);
        return new(
            $"InfoGAN on {metrics.Dataset}",
            number,
            sentence,
            explanation,
            DescribeModel(metrics),
            DrawPreview(metrics, pictures, encoder)
        );
    }

    private static (string Number, string Sentence, string Explanation) Summarize(EvaluationMetrics metrics)
    {
        if (metrics.Sorting is not { } sorting)
        {
            return SummarizeCodes([.. metrics.Figures.All(CodeMetrics.R2).Select(figure => figure.Value)]);
        }

        var images = Text.Count(metrics.TestImages);
        if (metrics[ClusteringMetrics.Accuracy] is not { } accuracy)
        {
            var (used, all) = (sorting.Categories.Sizes.Count(size => size > 0), sorting.Categories.Sizes.Count);
            return (
                $"{used} of {all}",
                $"categories in use for {images} test images, learned without a single label",
                "There are no labels to compare the categories with, so nothing here says whether they are right."
                    + NameCode(metrics)
            );
        }

        var interval = FigureCard.DescribeInterval(accuracy) is { } range ? $"{range}. " : "";
        return (
            FigureText.Value(accuracy),
            $"of {images} test images sorted into the right category, learned without a single label",
            $"{interval}Labels were used to count, never to learn: each category is matched to one class, and each class to one category."
                + NameCode(metrics)
        );
    }

    /// <summary>Of several codes, which one it is about.</summary>
    private static string NameCode(EvaluationMetrics metrics) =>
        metrics.CategoricalCodes is [var first, ..] codes
            ? $" The categories are those of {first.Code}, the first of {codes.Count} categorical codes: none was picked by labels."
            : "";

    /// <summary>Of a model that sorts nothing, what Q reads off images.</summary>
    private static (string Number, string Sentence, string Explanation) SummarizeCodes(IReadOnlyList<double> r2)
    {
        const string SortsNothing =
            "This model has no categorical code, so it sorts nothing: there are no categories and no accuracy.";
        return r2.Count == 0
            ? ("No code", "that could be chosen or recognized: images are drawn from noise alone", SortsNothing)
            : (
                Text.Number(r2.Min(), 3),
                r2.Count == 1
                    ? "R² of its one continuous code as Q reads it off generated images, learned without a single label"
                    : $"R² of the continuous code that Q reads worst off generated images, of {r2.Count} that were learned without a single label",
                $"1 is perfect, 0 is what knowing nothing achieves. {SortsNothing}"
            );
    }

    private static Fact[] DescribeModel(EvaluationMetrics metrics)
    {
        var training = metrics.Training;
        var version = training.TrainedWith?.Split('+');
        return
        [
            new("Preset", metrics.Preset),
            new("Seed", $"{metrics.Seed}"),
            new("Trained on", $"{metrics.Dataset}, without labels"),
            new("Training", $"{Text.Duration(training.Seconds)} on {training.Device}"),
            new("Trained", Text.Day(training.TrainedAt)),
            new(
                "Version",
                version is [var number, var commit, ..]
                    ? $"{number}, commit {commit[..Math.Min(10, commit.Length)]}"
                    : version?[0] ?? Text.None
            ),
            new("Evaluated on", metrics.EvaluationDataset),
            new("Evaluated", Text.Day(metrics.EvaluatedAt)),
        ];
    }

    private static PictureRow DrawPreview(
        EvaluationMetrics metrics,
        EvaluationPictures pictures,
        PictureEncoder encoder
    )
    {
        if (metrics.Sorting is not { } sorting)
        {
            return new(
                "Drawn by the model from codes and noise at random",
                [.. pictures.Drawn.Select(image => new Picture(encoder.Encode(image), "generated image"))]
            );
        }

        var names = new CategoryLabels(sorting);
        var shown = names.Pictured.Where(category => pictures.Categories[category].Generated.Count > 0);
        return new(
            $"Drawn by the model, one image of each category{(names.PicturedNote is { } note ? $". {note}" : "")}",
            [
                .. shown.Select(category => new Picture(
                    encoder.Encode(pictures.Categories[category].Generated[0]),
                    $"generated image of {names.Long(category)}",
                    names.ClassOf(category) ?? $"{category}"
                )),
            ]
        );
    }
}
