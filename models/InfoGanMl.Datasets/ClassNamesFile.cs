using System.Text;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Datasets;

/// <summary>The names of the classes beside IDX files, which hold numbers alone: one a line, in the order of the labels.</summary>
public static class ClassNamesFile
{
    /// <summary>Its name.</summary>
    public const string Name = "classes.txt";

    /// <summary>The most classes that there can be: what is drawn and counted of them has to fit into memory.</summary>
    public const int MostClasses = 10_000;

    private const int LongestName = 200; // characters
    private const long MostBytes = MostClasses * (4 * LongestName + 2) + 3; // in UTF-8, with line ends and a byte order mark

    /// <summary>Writes the file into a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="names">The names, in the order of the labels.</param>
    /// <exception cref="ArgumentException">A name could not be read again: it is empty, too long, or more than a line.</exception>
    public static void Write(string folder, IReadOnlyList<string> names)
    {
        if (FindFault(names) is { } fault)
        {
            throw new ArgumentException($"Found {fault.Found}; expected {fault.Expected}.", nameof(names));
        }

        using var file = File.Create(Path.Combine(folder, Name));
        file.Write(Encoding.UTF8.GetBytes(string.Concat(names.Select(name => name + '\n'))));
        file.Flush(flushToDisk: true);
    }

    /// <summary>What keeps names from being written; null if nothing does.</summary>
    internal static (string Found, string Expected)? FindFault(IReadOnlyList<string> names) =>
        names.Count is < 1 or > MostClasses ? ($"{names.Count} names", $"1 to {MostClasses}")
        : names.FirstOrDefault(name => !IsName(name)) is { } bad
            ? ($"the name '{bad}'", $"1 to {LongestName} characters on one line, no blanks around them")
        : null;

    /// <summary>Reads the file of a folder; null where there is none.</summary>
    /// <exception cref="InvalidClassNamesException">It is no list of names, or has fewer than the labels need.</exception>
    internal static IReadOnlyList<string>? Read(string folder, ImageDataset images)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = BoundedFile.ReadAllBytes(
            path,
            MostBytes,
            (f, e, i) => new InvalidClassNamesException(path, f, e, i)
        );
        var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8).ReadToEnd();
        var names = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (FindFault(names) is { } fault)
        {
            throw new InvalidClassNamesException(path, fault.Found, fault.Expected);
        }

        var labels = images.CountClasses();
        return names.Length >= labels
            ? names
            : throw new InvalidClassNamesException(
                path,
                $"{names.Length} names",
                $"{labels}, as many as the labels need"
            );
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.Trim() == name && !name.Any(char.IsControl);
}

/// <summary>A file of class names that is damaged or does not fit the labels.</summary>
public sealed class InvalidClassNamesException(string path, string found, string expected, Exception? inner = null)
    : InvalidFileException(
        $"{path}: found {found}; expected {expected}. Give a name a line, in the order of the labels, or delete the file.",
        path,
        found,
        expected,
        inner
    );
