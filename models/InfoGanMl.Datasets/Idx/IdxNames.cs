using System.Text.RegularExpressions;

namespace InfoGanMl.Datasets.Idx;

/// <summary>Finds the files of a data set by their names, as MNIST and its kin have them.</summary>
/// <remarks>
/// <c>train-images-idx3-ubyte</c>, <c>emnist-letters-test-labels-idx1-ubyte.gz</c>, <c>qmnist-train-labels-idx2-int</c>: whatever
/// stands before train, t10k or test is the name of the data set.
/// </remarks>
public sealed partial record IdxNames
{
    /// <summary>MNIST's own: images and labels to train on, then images and labels to test on.</summary>
    public static IReadOnlyList<string> OfMnist { get; } =
    ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    private static readonly string[] TestNames = ["t10k", "test"];

    /// <summary>What the names of the files begin with.</summary>
    public required string Prefix { get; init; }

    /// <summary>What the data set is called.</summary>
    public string Title => Prefix.TrimEnd('-', '_', '.');

    /// <summary>Images to train on; null where there are none.</summary>
    public string? TrainImages { get; init; }

    /// <summary>Their labels.</summary>
    public string? TrainLabels { get; init; }

    /// <summary>Images to test on.</summary>
    public string? TestImages { get; init; }

    /// <summary>Their labels.</summary>
    public string? TestLabels { get; init; }

    /// <summary>Whether a folder has any file that is named so.</summary>
    public static bool AnyIn(string folder) => FilesIn(folder).Any();

    /// <summary>The data sets of a folder, by what their names begin with; those without a prefix come first.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyList<IdxNames> FindIn(string folder) =>
        [
            .. FilesIn(folder)
                .GroupBy(file => file.Name.Groups["prefix"].Value, StringComparer.OrdinalIgnoreCase)
                .OrderBy(files => files.Key, StringComparer.OrdinalIgnoreCase)
                .Select(files => Sort(files.Key, [.. files])),
        ];

    private static IEnumerable<(Match Name, string Path)> FilesIn(string folder) =>
        Directory
            .EnumerateFiles(folder, "*idx*")
            .Order(StringComparer.Ordinal) // unpacked ones before .gz
            .Select(path => (Name: Pattern().Match(Path.GetFileName(path)), Path: path))
            .Where(file => file.Name.Success);

    private static IdxNames Sort(string prefix, IReadOnlyList<(Match Name, string Path)> files)
    {
        return new()
        {
            Prefix = prefix,
            TrainImages = Find(["train"], "images"),
            TrainLabels = Find(["train"], "labels"),
            TestImages = Find(TestNames, "images"),
            TestLabels = Find(TestNames, "labels"),
        };

        string? Find(string[] parts, string kind) =>
            parts
                .SelectMany(part => files.Where(file => Has(file.Name, "part", part) && Has(file.Name, "kind", kind)))
                .Select(file => file.Path)
                .FirstOrDefault();
    }

    private static bool Has(Match name, string group, string value) =>
        name.Groups[group].Value.Equals(value, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^(?<prefix>.*?)(?<part>train|t10k|test)[-_.](?<kind>images|labels)[-_.]idx\d-(ubyte|byte|short|int|float|double)(\.gz)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Pattern();
}
