using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Cifar;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets;

/// <summary>A public data set in the format of CIFAR-10's binary version (<see cref="CifarRecords"/>).</summary>
/// <param name="Name">As options and command lines give it; names its folder in the cache, too.</param>
/// <param name="Title">As messages and model cards state it.</param>
/// <param name="Files">Those to train on, in their order, and last the one to test on.</param>
/// <param name="Sources">The public places that it is downloaded from, in the order they are tried.</param>
public sealed record CifarDataset(
    string Name,
    string Title,
    IReadOnlyList<DataFile> Files,
    Func<HttpClient, IReadOnlyList<DataSource>> Sources
) : DownloadedDataset(Name, Title, Files, Sources)
{
    /// <inheritdoc/>
    public override ImageFormat Format => CifarRecords.Format;

    private protected override async Task<ImageDataset> ReadAsync(
        IReadOnlyList<string> paths,
        IProgress<ActivityReport>? progress,
        CancellationToken cancellation
    )
    {
        var train = await CifarRecords.ReadAsync([.. paths.SkipLast(1)], cancellation);
        var test = await CifarRecords.ReadAsync([paths[^1]], cancellation);
        progress?.Report($"Read {Title} from {Path.GetDirectoryName(paths[0])}.");
        return new(Title, train, test);
    }
}
