using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Metrics.Disentanglement;
using InfoGanMl.Inference;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Latents;

namespace InfoGanMl.Evaluation.Codes;

/// <summary>How far properties of generated images depend on one code each.</summary>
/// <param name="MutualInformationGap">MIG over slant, thickness, width, height and ink (Chen et al. 2018): 1 is perfect.</param>
/// <param name="SeparatedAttributePredictability">SAP over the same (Kumar et al. 2018): 1 is perfect.</param>
public sealed record Disentanglement(double MutualInformationGap, double SeparatedAttributePredictability);

/// <summary>What continuous codes mean: how properties measured on the generated images go with them.</summary>
/// <param name="latent">The codes.</param>
/// <param name="latents">What the images were generated from.</param>
/// <param name="images">[N, C, H, W] generated images in [0, 1].</param>
/// <param name="format">Size of the images; colors are measured by their <see cref="Luminance"/>.</param>
public sealed class CodeMeanings(LatentSpace latent, Latents latents, float[] images, ImageFormat format)
{
    private static readonly (string Name, Func<StrokeShape, double> Of)[] Properties =
    [
        ("slant", shape => shape.Slant),
        ("thickness", shape => shape.Thickness),
        ("width", shape => shape.Width),
        ("height", shape => shape.Height),
        ("ink", shape => shape.Ink),
    ];

    private readonly StrokeShape[] _shapes =
        latent.Continuous.Count > 0
            ?
            [
                .. images
                    .Chunk(format.Size)
                    .Select(image => StrokeShape.Measure(Luminance.Of(image, format), format.Width, format.Height)),
            ]
            : [];

    private readonly double[][] _codes =
    [
        .. latents.Continuous.Select(values => values.Select(value => (double)value).ToArray()),
    ];

    /// <summary>The rank correlation of every continuous code with every property.</summary>
    public IReadOnlyList<CodeMeaning> Measure()
    {
        var groups = latents.Categories is [var categories, ..]
            ? Enumerable.Range(0, latents.Count).GroupBy(image => categories[image]).ToList()
            : [];
        return
        [
            .. from code in latent.Continuous.Index()
            from property in Properties
            let values = _codes[code.Index]
            let measured = Measured(property.Of)
            select new CodeMeaning(
                code.Item.Name,
                property.Name,
                RankCorrelation.Spearman(values, measured),
                // of no groups the mean is null
                groups.Average(images =>
                    (double?)RankCorrelation.Spearman(Pick(values, images), Pick(measured, images))
                )
            ),
        ];
    }

    /// <summary>How far each property depends on one continuous code alone; null where there are not two to compare.</summary>
    public Disentanglement? MeasureDisentanglement()
    {
        if (_codes.Length < 2)
        {
            return null;
        }

        double[][] factors = [.. Properties.Select(property => Measured(property.Of))];
        return new(
            DisentanglementMetrics.MutualInformationGap(_codes, factors),
            DisentanglementMetrics.SeparatedAttributePredictability(_codes, factors)
        );
    }

    private double[] Measured(Func<StrokeShape, double> property) => [.. _shapes.Select(property)];

    private static double[] Pick(double[] values, IEnumerable<int> images) =>
        [.. images.Select(image => values[image])];
}
