using InfoGanMl.Datasets;

namespace InfoGanMl.Testing;

/// <summary>MNIST itself, downloaded once into the same cache that the executables use.</summary>
public static class RealMnist
{
    private static readonly Lazy<Task<ImageDataset>> Dataset = new(() => KnownDatasets.Mnist.OpenAsync());

    /// <summary>60,000 images to train on and 10,000 to test on.</summary>
    public static Task<ImageDataset> OpenAsync() => Dataset.Value;
}
