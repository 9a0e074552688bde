using System.Text.Json.Serialization;

namespace InfoGanMl.Models;

/// <summary>Scores of the exported files, on the test images and on images that G generates.</summary>
public sealed record Scores
{
    /// <summary>
    /// L_I of the first categorical code in nats: what Q recovers of c from G(z, c) (Chen et al. 2016, eq. 5); null, as all that
    /// is about categories, for a model without such a code.
    /// </summary>
    [JsonPropertyName("l_i")]
    public required double? MutualInformation { get; init; }

    /// <summary>H(c) of that code in nats: the most that L_I can reach.</summary>
    [JsonPropertyName("h_c")]
    public required double? CodeEntropy { get; init; }

    /// <summary>Each categorical code where there are several; empty where the other scores say it all.</summary>
    public IReadOnlyList<CategoricalCodeScore> CategoricalCodes { get; init; } = [];

    /// <summary>R² of each continuous code as Q recovers it from generated images: 1 is perfect, 0 is its prior's mean.</summary>
    [JsonPropertyName("continuous_r2")]
    public required IReadOnlyList<double> ContinuousR2 { get; init; }

    /// <summary>
    /// Share of test images whose category of the first code is the one matched to their class, one to one (Kuhn 1955); null,
    /// as all that compares categories with classes, for data without labels.
    /// </summary>
    public double? AccuracyOneToOne { get; init; }

    /// <summary>Share of test images that belong to the commonest class of their category.</summary>
    public double? Purity { get; init; }

    /// <summary>Normalized mutual information between categories and classes, arithmetic mean as the norm.</summary>
    public double? Nmi { get; init; }

    /// <summary>Adjusted Rand index between categories and classes (Hubert and Arabie 1985).</summary>
    public double? Ari { get; init; }

    /// <summary>Test accuracy of a linear classifier on Q's outputs, trained on 100 labeled images.</summary>
    [JsonPropertyName("downstream_accuracy_100_labels")]
    public double? DownstreamAccuracy100Labels { get; init; }

    /// <summary>Test images that these scores were computed on.</summary>
    public required int TestImages { get; init; }

    /// <summary>What each continuous code changes in generated images, of colors in their luminance.</summary>
    public IReadOnlyList<CodeMeaning> CodeMeanings { get; init; } = [];

    /// <summary>For each continuous code the property that follows it best over all images.</summary>
    [JsonIgnore]
    public IEnumerable<CodeMeaning> BestMeanings =>
        CodeMeanings
            .GroupBy(meaning => meaning.Code)
            .Select(code => code.MaxBy(meaning => Math.Abs(meaning.Spearman))!);

    /// <summary>How good generated images are; null where there is no judge of the data set.</summary>
    public SampleScores? Samples { get; init; }
}

/// <summary>How one of several categorical codes scores.</summary>
public sealed record CategoricalCodeScore
{
    /// <summary>Name of the code.</summary>
    public required string Code { get; init; }

    /// <summary>Number of its categories.</summary>
    public required int Categories { get; init; }

    /// <summary>L_I in nats, as Q recovers the code from generated images.</summary>
    [JsonPropertyName("l_i")]
    public required double MutualInformation { get; init; }

    /// <summary>H(c) in nats: the most that L_I can reach.</summary>
    [JsonPropertyName("h_c")]
    public required double CodeEntropy { get; init; }

    /// <summary>Entropy in nats of Q's mean answer on test images: H(c) when all categories are used alike.</summary>
    public required double MarginalEntropy { get; init; }

    /// <summary>
    /// Share of test images in the category matched to their class, one to one; null for data without labels.
    /// </summary>
    public double? AccuracyOneToOne { get; init; }

    /// <summary>Normalized mutual information of categories and classes; null for data without labels.</summary>
    public double? Nmi { get; init; }
}

/// <summary>How closely a measured property of generated images follows a continuous code.</summary>
/// <param name="Code">Name of the code.</param>
/// <param name="Property">What is measured on each image: slant, thickness, width, height or ink.</param>
/// <param name="Spearman">Rank correlation over all images, from -1 to 1.</param>
/// <param name="SpearmanWithinCategory">
/// Mean over the categories of the first categorical code of the rank correlation within each, so that properties in which
/// classes differ anyway count less; null without such a code.
/// </param>
public sealed record CodeMeaning(string Code, string Property, double Spearman, double? SpearmanWithinCategory);

/// <summary>How good generated images are in the eyes of a judge, a classifier that was trained on labeled, real images.</summary>
public sealed record SampleScores
{
    /// <summary>
    /// Share of generated images in which the judge sees the class that is matched to their category; null, as all that is about
    /// categories, for a model without a categorical code.
    /// </summary>
    public required double? Agreement { get; init; }

    /// <summary>That share in the category where it is lowest.</summary>
    public required double? LeastCategoryAgreement { get; init; }

    /// <summary>Share of generated images within the manifold of real ones (Kynkäänniemi et al. 2019).</summary>
    public required double Precision { get; init; }

    /// <summary>Share of real images within the manifold of generated ones: low when G leaves something out.</summary>
    public required double Recall { get; init; }

    /// <summary>Fréchet distance between generated and real test images in the judge's features (Heusel et al. 2017).</summary>
    public required double FrechetDistance { get; init; }

    /// <summary>
    /// Kernel distance between generated and real test images in the judge's features (Bińkowski et al. 2018), unbiased in the
    /// number of images; null in models of earlier versions.
    /// </summary>
    public double? KernelDistance { get; init; }

    /// <summary>Kernel distance between real training and test images: 0 but for chance; null in models of earlier versions.</summary>
    public double? RealKernelDistance { get; init; }

    /// <summary>Precision of real training images: the best to be expected.</summary>
    public required double RealPrecision { get; init; }

    /// <summary>Recall of real training images: the best to be expected.</summary>
    public required double RealRecall { get; init; }

    /// <summary>Fréchet distance between real training and test images: the least to be expected.</summary>
    public required double RealFrechetDistance { get; init; }

    /// <summary>
    /// Variance of the judge's features within a category, over that of real images within its class, in the category where
    /// it is least: about 1 when images differ as real ones do, 0 when G draws the same one again and again.
    /// </summary>
    public required double? LeastSpread { get; init; }
}
