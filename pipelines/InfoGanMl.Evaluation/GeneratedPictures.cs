using InfoGanMl.Evaluation.Sorting;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Evaluation;

/// <summary>Draws what a report shows of G.</summary>
internal sealed class GeneratedPictures(ImageGenerator generator, LatentSpace latent, int seed)
{
    private const int OfEachCategory = 8;

    /// <summary>As many generated images as pairs with the nearest training image are shown.</summary>
    private const int Nearest = 12;

    // Trained on -1 to 1; the paper draws traversals from -2 to 2 to show where it leads.
    private static readonly double[] Values = [.. Enumerable.Range(-10, 21).Select(step => step / 5.0)];

    /// <summary>Generated images beside real ones.</summary>
    /// <param name="real">The real ones.</param>
    /// <param name="classOf">The class of each category, -1 for none; null without labels.</param>
    /// <param name="nearest">Generated images and the training images nearest to them.</param>
    public EvaluationPictures Beside(
        Exemplars real,
        IReadOnlyList<int>? classOf,
        IReadOnlyList<NearestPicture> nearest
    ) =>
        new()
        {
            Format = generator.Format,
            Categories = [.. Draw().Select((generated, category) => real.Of(category, classOf, generated))],
            Traversals = [.. latent.Continuous.Select((code, index) => Traverse(code, index))],
            Nearest = [.. nearest.Take(Nearest)],
        };

    /// <summary>A few images of each category.</summary>
    private IEnumerable<byte[][]> Draw()
    {
        var categories = latent.Categorical[0].Size;
        var latents = new LatentSampler(latent, seed)
            .Draw(categories * OfEachCategory)
            .WithCategory(code: 0, row => row / OfEachCategory);
        return Generate(latents).Chunk(OfEachCategory);
    }

    /// <summary>The same noise and other codes for every category and value; only they change.</summary>
    private Traversal Traverse(ContinuousCode code, int index)
    {
        var categories = latent.Categorical[0].Size;
        var latents = new LatentSampler(latent, seed).Draw(categories * Values.Length).WithNoise(_ => 0);
        foreach (var other in Enumerable.Range(0, latent.Categorical.Count))
        {
            latents = latents.WithCategory(other, row => other == 0 ? row / Values.Length : 0);
        }

        foreach (var other in Enumerable.Range(0, latent.Continuous.Count))
        {
            latents = latents.WithContinuous(other, row => other == index ? (float)Values[row % Values.Length] : 0);
        }

        return new(code.Name, Values, [.. Generate(latents).Chunk(Values.Length)]);
    }

    private IEnumerable<byte[]> Generate(Latents latents) =>
        ImageFormat.ToBytes(generator.Generate(latents)).Chunk(generator.Format.Size);
}
