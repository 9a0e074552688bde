using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Inference;

namespace InfoGanMl.Evaluation.Sorted;

/// <summary>What Q says of a picture.</summary>
/// <param name="Path">From the data set's root, with slashes.</param>
/// <param name="IsTest">Whether it was held out for the scores.</param>
/// <param name="Class">Name of its class; null without a label.</param>
/// <param name="Categories">The most likely category of each categorical code.</param>
/// <param name="Probabilities">The probability of each of these.</param>
/// <param name="Means">The mean of each continuous code.</param>
public sealed record PictureAnswer(
    string Path,
    bool IsTest,
    string? Class,
    IReadOnlyList<int> Categories,
    IReadOnlyList<float> Probabilities,
    IReadOnlyList<float> Means
)
{
    /// <summary>Asks Q about every picture of a data set, in the order of their paths; none where its images are not of pictures.</summary>
    internal static IReadOnlyList<PictureAnswer> Of(EvaluationContext context) =>
        context.Data.Pictures is not { } pictures
            ? []
            :
            [
                .. Ask(context, context.Data.Train, pictures.TrainPictures, isTest: false)
                    .Concat(Ask(context, context.Data.Test, pictures.TestPictures, isTest: true))
                    .OrderBy(answer => answer.Path, StringComparer.Ordinal),
            ];

    private static IEnumerable<PictureAnswer> Ask(
        EvaluationContext context,
        ImageSet images,
        IReadOnlyList<string> paths,
        bool isTest
    )
    {
        var start = 0;
        foreach (var batch in images.ToBatches())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            context.Progress?.Report(ActivityReport.Of($"Sorting {images.Count} pictures.", start, images.Count));
            var found = context.Recognizer.Recognize(batch);
            var categories = found.Probabilities.Select((_, code) => found.MostLikelyCategories(code)).ToList();
            for (var row = 0; row < found.Count; row++, start++)
            {
                var label = images.LabelOf(start) is not ImageSet.Unknown and var known
                    ? context.Data.NameOf(known)
                    : null;
                yield return Of(found, categories, row, new(paths[start], isTest, label, [], [], []));
            }
        }
    }

    private static PictureAnswer Of(
        Recognition found,
        IReadOnlyList<int[]> categories,
        int row,
        PictureAnswer picture
    ) =>
        picture with
        {
            Categories = [.. categories.Select(ofCode => ofCode[row])],
            Probabilities =
            [
                .. found.Probabilities.Zip(
                    categories,
                    (all, ofCode) => all[row * (all.Length / found.Count) + ofCode[row]]
                ),
            ],
            Means = [.. found.Means.Select(mean => mean[row])],
        };
}
