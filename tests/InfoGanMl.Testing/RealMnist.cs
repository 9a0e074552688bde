using InfoGanMl.Datasets;

namespace InfoGanMl.Testing;

/// <summary>MNIST itself, downloaded once into the same cache that the executables use.</summary>
public static class RealMnist
{
    private static readonly Lazy<Task<ImageDataset>> Dataset = new(OpenOnceAsync);

    /// <summary>60,000 images to train on and 10,000 to test on.</summary>
    public static Task<ImageDataset> OpenAsync() => Dataset.Value;

    private static async Task<ImageDataset> OpenOnceAsync()
    {
        using var client = HttpMirror.CreateClient();
        var cache = DataCache.FolderFrom(Environment.GetEnvironmentVariable(DataCache.Variable));
        return await Mnist.OpenAsync(data: null, cache, Mnist.Sources(client));
    }
}
