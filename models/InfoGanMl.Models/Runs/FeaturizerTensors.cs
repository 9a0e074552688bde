namespace InfoGanMl.Models.Runs;

/// <summary>Names of the tensors of <see cref="RunLayout.Featurizer"/>.</summary>
internal static class FeaturizerTensors
{
    /// <summary>Images [N, C, H, W] in [0, 1].</summary>
    public const string ImageName = "image";

    /// <summary>[N, width].</summary>
    public const string FeaturesName = "features";
}
