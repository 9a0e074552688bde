using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Datasets.Idx;
using InfoGanMl.Datasets.Images;
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
) : KnownDataset(Name, Title)
{
    /// <summary>Names of the classes, by label; null where the labels are their names.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>That of MNIST, which others were made to replace.</summary>
    public override ImageFormat Format { get; } = new(1, 28, 28);

    /// <inheritdoc/>
    public override Task<ImageDataset> OpenAsync(
        IProgress<ActivityReport>? progress = null,
        CancellationToken cancellation = default
    ) => OpenAsync(data: null, progress, cancellation);

    /// <summary>Reads a folder of the user's, or else the cache, which is filled from the public sources first.</summary>
    /// <remarks>For executables and tests: the cache is in the folder that <see cref="DataCache.Variable"/> names.</remarks>
    /// <param name="data">
    /// Folder with such files, plain or gzipped, of any images: not checked by hash. Labels may be missing; a file
    /// <c>classes.txt</c> may name the classes.
    /// </param>
    /// <param name="progress">Receives a line for each download, and one that says where the files are.</param>
    /// <param name="cancellation">Stops downloading and reading.</param>
    /// <exception cref="DatasetUnavailableException">Files are missing from the folder, or no source delivered them.</exception>
    /// <exception cref="InvalidIdxException">A file is damaged.</exception>
    /// <exception cref="InvalidClassNamesException">The names of the classes do not fit the labels.</exception>
    public async Task<ImageDataset> OpenAsync(
        string? data,
        IProgress<ActivityReport>? progress = null,
        CancellationToken cancellation = default
    )
    {
        using var client = HttpMirror.CreateClient();
        var cache = DataCache.FolderFrom(Environment.GetEnvironmentVariable(DataCache.Variable));
        return await OpenAsync(data, cache, Sources(client), progress, cancellation);
    }

    /// <summary>Reads a folder of the user's, or else the cache, which is filled from the sources first.</summary>
    /// <param name="data">
    /// Folder with such files, plain or gzipped, of any images: not checked by hash. Labels may be missing; a file
    /// <c>classes.txt</c> may name the classes.
    /// </param>
    /// <param name="cache">Folder of all cached data sets.</param>
    /// <param name="sources">Where to download from.</param>
    /// <param name="progress">Receives a line for each download, and one that says where the files are.</param>
    /// <param name="cancellation">Stops downloading and reading.</param>
    /// <exception cref="DatasetUnavailableException">Files are missing from the folder, or no source delivered them.</exception>
    /// <exception cref="InvalidIdxException">A file is damaged.</exception>
    /// <exception cref="InvalidClassNamesException">The names of the classes do not fit the labels.</exception>
    public async Task<ImageDataset> OpenAsync(
        string? data,
        string cache,
        IReadOnlyList<DataSource> sources,
        IProgress<ActivityReport>? progress = null,
        CancellationToken cancellation = default
    )
    {
        if (data is not null)
        {
            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(data));
            var own = await ReadAsync(Path.GetFileName(folder), FindFiles(folder), progress, cancellation);
            var named = own with { ClassNames = ClassNamesFile.Read(folder, own) };
            return PreparedRecord.Read(folder, own.Train.Count, own.Test.Count) is { } record
                ? named with
                {
                    Preparation = record.Preparation,
                    Pictures = record,
                }
                : named;
        }

        var cached = Path.Combine(cache, Name);
        await new DataCache(cached, progress).FillAsync(Title, Files, sources, cancellation);
        var paths = Files.Select(f => Path.Combine(cached, f.Name)).ToArray();
        return await ReadAsync(Title, paths, progress, cancellation) with { ClassNames = ClassNames };
    }

    /// <summary>The four files under any of their usual spellings; labels that are not there are null.</summary>
    private string?[] FindFiles(string folder)
    {
        string?[] found =
        [
            .. Files.Select(file =>
                Spellings(file.Name).Select(n => Path.Combine(folder, n)).FirstOrDefault(File.Exists)
            ),
        ];
        string[] missing = [.. Files.Zip(found).Where(pair => pair.Second is null).Select(pair => pair.First.Name)];
        return found is [not null, _, not null, _]
            ? found
            : throw new DatasetUnavailableException(
                Path.GetFileName(folder),
                [new(folder, $"no {string.Join(", no ", missing)}")],
                Files
            );
    }

    private static IEnumerable<string> Spellings(string name)
    {
        var color = name.Replace("-idx3", "-idx4", StringComparison.Ordinal); // the digit counts the dimensions
        string[] dashed = name == color ? [name] : [name, color];
        string[] plain = [.. dashed, .. dashed.Select(n => n.Replace("-idx", ".idx", StringComparison.Ordinal))];
        return [.. plain, .. plain.Select(n => n + ".gz")];
    }

    private static async Task<ImageDataset> ReadAsync(
        string name,
        string?[] paths,
        IProgress<ActivityReport>? progress,
        CancellationToken cancellation
    )
    {
        var train = await IdxFile.ReadAsync(paths[0]!, paths[1], cancellation);
        var test = await IdxFile.ReadAsync(paths[2]!, paths[3], cancellation);
        if (train.Format != test.Format)
        {
            throw new InvalidIdxException(paths[2]!, 8, $"images of {test.Format}", $"{train.Format} as in {paths[0]}");
        }

        progress?.Report($"Read {name} from {Path.GetDirectoryName(paths[0])}{DescribeLabels(train, test)}.");
        return new(name, train, test);
    }

    /// <summary>Says so where labels are missing: their file may only be misspelt.</summary>
    private static string DescribeLabels(ImageSet train, ImageSet test) =>
        (train.IsLabeled, test.IsLabeled) switch
        {
            (true, true) => "",
            (false, false) => ", without labels",
            (true, false) => ", without labels of the test images",
            (false, true) => ", without labels of the training images",
        };
}
