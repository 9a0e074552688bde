using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Datasets.Idx;
using InfoGanMl.Datasets.Images;

namespace InfoGanMl.Datasets;

/// <summary>A folder of the user's with images in MNIST's format, of any size.</summary>
public static class IdxFolder
{
    /// <summary>Reads it.</summary>
    /// <param name="folder">
    /// Folder with images to train and to test on, plain or gzipped, under names such as MNIST's with any prefix (<see cref="IdxNames"/>):
    /// not checked by hash. Labels may be missing; a file <c>classes.txt</c> may name the classes.
    /// </param>
    /// <param name="progress">Receives a line that says where the files are, and one for whatever is unusual.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="DatasetUnavailableException">Files are missing from the folder, or it has those of several data sets.</exception>
    /// <exception cref="InvalidIdxException">A file is damaged.</exception>
    /// <exception cref="InvalidClassNamesException">The names of the classes do not fit the labels.</exception>
    public static async Task<ImageDataset> OpenAsync(
        string folder,
        IProgress<ActivityReport>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var name = Path.GetFileName(path);
        var files = Find(path, name);
        string?[] paths = [files.TrainImages, files.TrainLabels, files.TestImages, files.TestLabels];
        var own = await ReadAsync(name, paths, progress, cancellation);
        if (Emnist.IsNamed(name) || Emnist.IsNamed(files.Prefix))
        {
            progress?.Report(Emnist.Note);
            own = own with { Train = own.Train.Transposed(), Test = own.Test.Transposed() };
        }

        own = own with { ClassNames = ClassNamesFile.Read(path, own) };
        if (PreparedRecord.Read(path, own.Train.Count, own.Test.Count) is { } record)
        {
            return own with { Preparation = record.Preparation, Pictures = record };
        }

        PixelNumbers.Spread(own.Train.Pixels); // what a preparation writes are bytes, however dark
        PixelNumbers.Spread(own.Test.Pixels);
        var light = own.AsLightOnBlack();
        if (!ReferenceEquals(light, own))
        {
            progress?.Report(
                "The images are dark on white: they are inverted, as the recipes learn from light on black."
            );
        }

        return light;
    }

    /// <summary>Reads four files.</summary>
    /// <param name="name">What the data set is called.</param>
    /// <param name="paths">Images and labels to train on, then images and labels to test on; labels may be null.</param>
    /// <param name="progress">Receives a line that says where the files are.</param>
    /// <param name="cancellation">Stops reading.</param>
    internal static async Task<ImageDataset> ReadAsync(
        string name,
        IReadOnlyList<string?> paths,
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

    /// <summary>The files of the one data set that is there.</summary>
    private static IdxNames Find(string folder, string name)
    {
        var found = Directory.Exists(folder) ? IdxNames.FindIn(folder) : [];
        var whole = found.Where(files => files is { TrainImages: not null, TestImages: not null }).ToList();
        return whole is [var first, ..] && (first.Prefix.Length == 0 || whole.Count == 1)
            ? first
            : throw new DatasetUnavailableException(
                name,
                [
                    new(
                        folder,
                        whole.Count > 1
                            ? $"several data sets ({string.Join(", ", whole.Select(files => files.Title))}): put one into a folder of its own"
                            : $"no {string.Join(", no ", MissingFrom(found.Count == 1 ? found[0] : null))}"
                    ),
                ]
            );
    }

    private static IEnumerable<string> MissingFrom(IdxNames? files)
    {
        string?[] paths = [files?.TrainImages, files?.TrainLabels, files?.TestImages, files?.TestLabels];
        return IdxNames
            .OfMnist.Zip(paths)
            .Where(pair => pair.Second is null)
            .Select(pair => files?.Prefix + pair.First);
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
