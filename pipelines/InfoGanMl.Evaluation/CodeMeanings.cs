using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Folder;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Evaluation;

/// <summary>What continuous codes mean: their rank correlation with properties measured on the generated images.</summary>
public static class CodeMeanings
{
    private static readonly (string Name, Func<StrokeShape, double> Of)[] Properties =
    [
        ("slant", shape => shape.Slant),
        ("thickness", shape => shape.Thickness),
        ("width", shape => shape.Width),
        ("ink", shape => shape.Ink),
    ];

    /// <summary>Measures every continuous code against every property.</summary>
    /// <param name="latent">The codes, with at least one categorical one.</param>
    /// <param name="images">[N, C, H, W] generated images in [0, 1].</param>
    /// <param name="latents">What they were generated from.</param>
    /// <param name="format">Size of the images; nothing is measured on colour images.</param>
    public static IReadOnlyList<CodeMeaning> Measure(
        LatentSpace latent,
        float[] images,
        Latents latents,
        ImageFormat format
    )
    {
        if (format.Channels != 1)
        {
            return [];
        }

        var shapes = images
            .Chunk(format.Size)
            .Select(i => StrokeShape.Measure(i, format.Width, format.Height))
            .ToArray();
        var groups = Enumerable.Range(0, latents.Count).GroupBy(image => latents.Categories[0][image]).ToList();
        return
        [
            .. from code in latent.Continuous.Index()
            from property in Properties
            let values = latents.Continuous[code.Index].Select(value => (double)value).ToArray()
            let measured = shapes.Select(property.Of).ToArray()
            select new CodeMeaning(
                code.Item.Name,
                property.Name,
                RankCorrelation.Spearman(values, measured),
                groups.Average(images => RankCorrelation.Spearman(Pick(values, images), Pick(measured, images)))
            ),
        ];
    }

    private static double[] Pick(double[] values, IEnumerable<int> images) =>
        [.. images.Select(image => values[image])];
}
