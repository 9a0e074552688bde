using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InfoGanMl.Datasets;
using InfoGanMl.Preparation.Errors;

namespace InfoGanMl.Preparation.Sources;

/// <summary>The pictures that a data set is made of, in the order of the data set.</summary>
/// <param name="Root">Folder that their paths start from.</param>
/// <param name="Pictures">All of them, each with its part.</param>
/// <param name="Classes">Names of the classes in the order of their labels; empty without.</param>
/// <param name="Notes">What the user should know about them.</param>
internal sealed record PictureList(
    string Root,
    IReadOnlyList<SourcePicture> Pictures,
    IReadOnlyList<string> Classes,
    IReadOnlyList<string> Notes
)
{
    private const int ShuffleSeed = 1; // any will do, as long as it stays the same

    private const int ClassesOfAByte = 256;

    /// <summary>Where the pictures are.</summary>
    public IPictureStore Store { get; init; } = new PictureFiles(Root);

    /// <summary>Pictures of the larger part, which are in memory together.</summary>
    public int LargestPart => Pictures.GroupBy(picture => picture.Part).Max(part => part.Count());

    /// <summary>Whether a label takes more than a byte: there are many classes, or pictures of an unknown one.</summary>
    public bool AreLabelsWide => Classes.Count > ClassesOfAByte || Pictures.Any(picture => picture.Class is null);

    /// <summary>Completes what was found: labels the classes, holds pictures out for the test, and mixes all.</summary>
    /// <param name="root">Folder that the paths start from.</param>
    /// <param name="found">The pictures.</param>
    /// <param name="notes">What the user should know about them.</param>
    public static PictureList Complete(string root, IReadOnlyList<SourcePicture> found, IEnumerable<string> notes)
    {
        if (found.Count < 2)
        {
            throw new PreparationException(
                $"{found.Count} {(found.Count == 1 ? "picture" : "pictures")} in {root}",
                "two at least, one to train on and one to test on",
                "Add pictures."
            );
        }

        string[] classes =
        [
            .. found.Select(picture => picture.Class).OfType<string>().Distinct().Order(StringComparer.Ordinal),
        ];
        CheckClasses(classes);
        var pictures = HeldOut.Choose([.. found.OrderBy(picture => picture.Path, StringComparer.Ordinal)]);

        // The first so many images stand for all in places: sorted, they would be of one class.
        new Random(ShuffleSeed).Shuffle(pictures);
        return classes.Length == 1
            ? new(root, pictures, [], [.. notes, $"There is no class but '{classes[0]}': there are no labels."])
            : new(root, pictures, classes, [.. notes, .. DescribeLabels(pictures)]);
    }

    /// <summary>Changes with every picture that is added, removed, changed, or sorted otherwise.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, name, part, length, written) in Pictures)
        {
            // Paths and names may hold anything but a zero.
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{path}\0{name}\0{part}\0{length}\0{written.Ticks}\0"
            );
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> DescribeLabels(SourcePicture[] pictures)
    {
        var labeled = pictures.Count(picture => picture.Class is not null);
        return labeled == 0 || labeled == pictures.Length
            ? []
            : [$"{labeled} of {pictures.Length} pictures have a label; of the others the class is unknown."];
    }

    private static void CheckClasses(string[] classes)
    {
        if (classes.Length > 1 && ClassNamesFile.FindFault(classes) is { } fault)
        {
            throw new PreparationException(
                fault.Found.Replace("names", "classes", StringComparison.Ordinal),
                fault.Expected,
                "Put pictures of several classes together, or leave the classes away; or rename the class."
            );
        }
    }
}
