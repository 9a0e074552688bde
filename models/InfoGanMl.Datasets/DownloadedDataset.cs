using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Download;

namespace InfoGanMl.Datasets;

/// <summary>A public data set whose files are downloaded once and known by their hashes.</summary>
/// <param name="Name">As options and command lines give it; names its folder in the cache, too.</param>
/// <param name="Title">As messages and model cards state it.</param>
/// <param name="Files">All that it consists of.</param>
/// <param name="Sources">The public places that it is downloaded from, in the order they are tried.</param>
public abstract record DownloadedDataset(
    string Name,
    string Title,
    IReadOnlyList<DataFile> Files,
    Func<HttpClient, IReadOnlyList<DataSource>> Sources
) : KnownDataset(Name, Title)
{
    /// <summary>Names of the classes, by label; null where the labels are their names.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Reads the cache, which is filled from the public sources first.</summary>
    /// <remarks>The cache is in the folder that <see cref="DataCache.Variable"/> names.</remarks>
    /// <inheritdoc/>
    public sealed override async Task<ImageDataset> OpenAsync(
        IProgress<ActivityReport>? progress = null,
        CancellationToken cancellation = default
    )
    {
        using var client = HttpMirror.CreateClient();
        var cache = DataCache.Folder;
        return await OpenAsync(cache, Sources(client), progress, cancellation);
    }

    /// <summary>Reads the cache, which is filled from the sources first.</summary>
    /// <param name="cache">Folder of all cached data sets.</param>
    /// <param name="sources">Where to download from.</param>
    /// <param name="progress">Receives a line for each download, and one that says where the files are.</param>
    /// <param name="cancellation">Stops downloading and reading.</param>
    /// <exception cref="DatasetUnavailableException">No source delivered a file.</exception>
    public async Task<ImageDataset> OpenAsync(
        string cache,
        IReadOnlyList<DataSource> sources,
        IProgress<ActivityReport>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var cached = Path.Combine(cache, Name);
        await new DataCache(cached, progress).FillAsync(Title, Files, sources, cancellation);
        var paths = Files.Select(f => Path.Combine(cached, f.Name)).ToArray();
        return await ReadAsync(paths, progress, cancellation) with { ClassNames = ClassNames };
    }

    /// <summary>Reads the files, which are there and whole.</summary>
    private protected abstract Task<ImageDataset> ReadAsync(
        IReadOnlyList<string> paths,
        IProgress<ActivityReport>? progress,
        CancellationToken cancellation
    );
}
