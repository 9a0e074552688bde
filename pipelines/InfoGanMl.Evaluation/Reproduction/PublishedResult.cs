using System.Text.Json.Serialization;

namespace InfoGanMl.Evaluation.Reproduction;

/// <summary>Accuracy of unsupervised classification as others published it, to stand beside our own.</summary>
/// <param name="Dataset">Name of the data set, as in <see cref="Datasets.KnownDatasets"/>.</param>
/// <param name="Method">The method.</param>
/// <param name="Accuracy">In percent, as published.</param>
/// <param name="Protocol">What is known of what was counted, and over how many runs.</param>
public sealed record PublishedResult(
    [property: JsonPropertyName("data_set")] string Dataset,
    string Method,
    string Accuracy,
    string Protocol
)
{
    /// <summary>Results for one data set.</summary>
    /// <param name="dataset">Its name, in any case.</param>
    public static IReadOnlyList<PublishedResult> For(string dataset) =>
        [.. All.Where(result => result.Dataset.Equals(dataset, StringComparison.OrdinalIgnoreCase))];

    /// <summary>Results for MNIST and Fashion-MNIST.</summary>
    public static IReadOnlyList<PublishedResult> All { get; } =
    [
        new("mnist", "InfoGAN (Chen et al. 2016)", "95", "claimed, number of runs not stated"),
        new("mnist", "InfoGAN, evaluated again (Mukherjee et al. 2019)", "89.0", "best of 5"),
        new("mnist", "ClusterGAN (Mukherjee et al. 2019)", "90.97 ± 3.98", "purity, 10 runs"),
        new("mnist", "AAE, 16 / 30 clusters (Makhzani et al. 2016)", "90.45 ± 2.05 / 95.90 ± 1.13", "majority vote"),
        new("mnist", "DEC / VaDE / DAC", "84.3 / 94.5 / 97.8", "as published"),
        new("mnist", "DC3-GAN", "97.6", "best of 5"),
        new("mnist", "IIC (Ji et al. 2019)", "98.4 ± 0.65", "99.2 for the sub-head of lowest loss"),
        new("fashion-mnist", "InfoGAN / ClusterGAN (Mukherjee et al. 2019)", "61.0 / 61.2 ± 2.3", "as published"),
        new("fashion-mnist", "DEC / GDL", "62 / 62.7", "as published"),
        new("fashion-mnist", "DualAE", "66.2", "as published"),
        new("fashion-mnist", "DC3-GAN", "69.3", "as published"),
    ];
}
