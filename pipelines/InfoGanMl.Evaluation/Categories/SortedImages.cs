using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Categories;

/// <summary>What one pass of Q over the test images found.</summary>
/// <param name="Clustering">What the categories of the first code have to do with the classes; null without labels.</param>
/// <param name="Exemplars">The images worth looking at.</param>
/// <param name="Codes">What Q answered for every categorical code, at least one.</param>
internal sealed record SortedImages(Clustering? Clustering, Exemplars Exemplars, IReadOnlyList<CodeTally> Codes)
{
    /// <summary>Share of images that stay in their category of the first code when they are moved a little.</summary>
    public required double Consistency { get; init; }

    /// <summary>Share of images of whose category Q is sure.</summary>
    public required double SureShare { get; init; }

    /// <summary>Mean probability of the most likely category.</summary>
    public required double MeanConfidence { get; init; }

    /// <summary>What is said of them beside figures.</summary>
    public required SortingScores Scores { get; init; }

    /// <summary>Sorts the test images of an evaluation, once; null for a model without a categorical code.</summary>
    public static SortedImages? Of(EvaluationContext context) => context.Once(Sort);

    /// <summary>What is in a category of the first code.</summary>
    /// <param name="category">The category.</param>
    /// <param name="generated">Images that G draws from it.</param>
    public CategoryPictures Picture(int category, IReadOnlyList<byte[]> generated) =>
        Exemplars.Of(category, Clustering?.ClassOf, generated);

    private static SortedImages? Sort(EvaluationContext context)
    {
        var codes = context.Model.Latent.Categorical;
        if (codes.Count == 0)
        {
            context.Begin("Not sorting the test images: the model has no categorical code.");
            return null;
        }

        context.Cancellation.ThrowIfCancellationRequested();
        return new SortingPass(context.Recognizer, codes, context.Data, context.Options.Seed).Run(
            context.Progress,
            context.Cancellation
        );
    }
}
