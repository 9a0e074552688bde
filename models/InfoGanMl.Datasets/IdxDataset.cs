using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets;

/// <summary>A public data set in MNIST's format: four IDX files, known by their hashes.</summary>
/// <param name="Name">As options and command lines give it; names its folder in the cache, too.</param>
/// <param name="Title">As messages and model cards state it.</param>
/// <param name="Files">Images and labels to train on, then images and labels to test on.</param>
/// <param name="Sources">The public places that it is downloaded from, in the order they are tried.</param>
public sealed record IdxDataset(
    string Name,
    string Title,
    IReadOnlyList<DataFile> Files,
    Func<HttpClient, IReadOnlyList<DataSource>> Sources
) : DownloadedDataset(Name, Title, Files, Sources)
{
    /// <summary>That of MNIST, which others were made to replace.</summary>
    public override ImageFormat Format { get; } = new(1, 28, 28);

    private protected override Task<ImageDataset> ReadAsync(
        IReadOnlyList<string> paths,
        IProgress<ActivityReport>? progress,
        CancellationToken cancellation
    ) => IdxFolder.ReadAsync(Title, paths, progress, cancellation);
}
