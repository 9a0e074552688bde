using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Inference;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Latents;

namespace InfoGanMl.Evaluation;

/// <summary>Draws what a report shows of G.</summary>
internal sealed class GeneratedPictures(ImageGenerator generator, LatentSpace latent, int seed)
{
    private const int OfEachCategory = 8;

    /// <summary>Images drawn at random.</summary>
    private const int Drawn = 16;

    /// <summary>Rows of traversals that differ in their noise.</summary>
    private const int NoiseRows = 5;

    /// <summary>As many generated images as pairs with the nearest training image are shown.</summary>
    private const int Nearest = 12;

    // Trained on -1 to 1; the paper draws traversals from -2 to 2 to show where it leads.
    private static readonly double[] Values = [.. Enumerable.Range(-10, 21).Select(step => step / 5.0)];

    /// <summary>Generated images beside real ones.</summary>
    /// <param name="sorted">The real ones; null for a model without a categorical code.</param>
    /// <param name="nearest">Generated images and the training images nearest to them.</param>
    public EvaluationPictures Beside(SortedImages? sorted, IReadOnlyList<NearestPicture> nearest) =>
        new()
        {
            Format = generator.Format,
            Drawn = [.. Generate(new LatentSampler(latent, seed).Draw(Drawn))],
            Categories = sorted is null
                ? []
                : [.. DrawCategories().Select((generated, category) => sorted.Picture(category, generated))],
            CategoricalCodes =
                latent.Categorical.Count > 1
                    ? [.. latent.Categorical.Select((_, index) => TraverseCategories(index))]
                    : [],
            Traversals = [.. latent.Continuous.Select((_, index) => Traverse(index))],
            Nearest = [.. nearest.Take(Nearest)],
        };

    /// <summary>A few images of each category.</summary>
    private IEnumerable<byte[][]> DrawCategories()
    {
        var categories = latent.Categorical[0].Size;
        var latents = new LatentSampler(latent, seed)
            .Draw(categories * OfEachCategory)
            .WithCategory(code: 0, row => row / OfEachCategory);
        return Generate(latents).Chunk(OfEachCategory);
    }

    /// <summary>A row for each category, of the same noise; or rows of other noise where there is no category.</summary>
    private Traversal Traverse(int index)
    {
        var latents =
            latent.Categorical.Count > 0
                ? DrawRows(latent.Categorical[0].Size, Values.Length)
                    .WithNoise(_ => 0)
                    .WithCategory(code: 0, row => row / Values.Length)
                : DrawRows(NoiseRows, Values.Length);
        latents = latents.WithContinuous(index, row => (float)Values[row % Values.Length]);
        return new(latent.Continuous[index].Name, Values, [.. Generate(latents).Chunk(Values.Length)]);
    }

    /// <summary>A column for each category of the code, rows of other noise.</summary>
    private Traversal TraverseCategories(int index)
    {
        var code = latent.Categorical[index];
        var latents = DrawRows(NoiseRows, code.Size).WithCategory(index, row => row % code.Size);
        return new(
            code.Name,
            [.. Enumerable.Range(0, code.Size).Select(category => (double)category)],
            [.. Generate(latents).Chunk(code.Size)]
        );
    }

    /// <summary>Rows of the same noise each, with every code at its first category or at 0.</summary>
    private Latents DrawRows(int rows, int columns)
    {
        var latents = new LatentSampler(latent, seed).Draw(rows * columns).WithNoise(row => row / columns);
        foreach (var code in Enumerable.Range(0, latent.Categorical.Count))
        {
            latents = latents.WithCategory(code, _ => 0);
        }

        foreach (var code in Enumerable.Range(0, latent.Continuous.Count))
        {
            latents = latents.WithContinuous(code, _ => 0);
        }

        return latents;
    }

    private IEnumerable<byte[]> Generate(Latents latents) =>
        ImageFormat.ToBytes(generator.Generate(latents)).Chunk(generator.Format.Size);
}
