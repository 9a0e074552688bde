using InfoGanMl.Models.Files;
using InfoGanMl.Preparation.Arrays.Matlab;
using InfoGanMl.Preparation.Arrays.NumPy;
using InfoGanMl.Preparation.Arrays.Values;
using InfoGanMl.Preparation.Errors;

namespace InfoGanMl.Preparation.Arrays;

/// <summary>Reads arrays of numbers from files of MATLAB (.mat) and NumPy (.npz, .npy), told apart by how they begin.</summary>
internal static class ArrayFile
{
    private const long MostBytes = 1L << 40;
    private const int MostListed = 20;

    /// <summary>Names of all variables in a file, of whatever kind; that of the only one in a .npy file is empty.</summary>
    /// <exception cref="InvalidArrayFileException">The file is damaged, unreadable, or of another kind.</exception>
    public static IReadOnlyList<string> ReadNames(string path, CancellationToken cancellation)
    {
        using var file = Open(path);
        return ReadContents(path, file, [], cancellation).Names;
    }

    /// <summary>Reads arrays of numbers.</summary>
    /// <param name="path">The file.</param>
    /// <param name="names">Their names, each with its case; no other is read.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>The arrays by their names.</returns>
    /// <exception cref="InvalidArrayFileException">
    /// The file is damaged, unreadable or of another kind, or one is not there or no array of numbers.
    /// </exception>
    public static IReadOnlyDictionary<string, NumericArray> Read(
        string path,
        IReadOnlyCollection<string> names,
        CancellationToken cancellation
    )
    {
        using var file = Open(path);
        return Read(path, file, names, cancellation);
    }

    /// <summary>Reads arrays of numbers from a file that is open, or in memory.</summary>
    /// <param name="path">Its name in errors.</param>
    /// <param name="file">The file from its start on, where any position can be read.</param>
    /// <param name="names">Names of the arrays.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InvalidArrayFileException">As for the path of one.</exception>
    public static IReadOnlyDictionary<string, NumericArray> Read(
        string path,
        Stream file,
        IReadOnlyCollection<string> names,
        CancellationToken cancellation
    )
    {
        var contents = ReadContents(path, file, names, cancellation);
        foreach (var name in names)
        {
            var count = contents.Names.Count(present => present == name);
            if (count != 1)
            {
                throw new InvalidArrayFileException(
                    path,
                    name,
                    count == 0 ? Describe(contents.Names) : $"{count} variables of this name",
                    count == 0 ? "this variable" : "one",
                    "Check the name, or save the array under it."
                );
            }
        }

        return contents.Arrays.ToDictionary(array => array.Name);
    }

    private static FileStream Open(string path) =>
        BoundedFile.Open(
            path,
            MostBytes,
            (found, expected, inner) =>
                new InvalidArrayFileException(path, null, found, expected, "Check the path.", inner)
        );

    private static ArrayContents ReadContents(
        string path,
        Stream file,
        IReadOnlyCollection<string> names,
        CancellationToken cancellation
    ) =>
        Begins(file, "PK"u8) ? new NpzFile(path, file, cancellation).Read(names)
        : Begins(file, NpyArray.Magic) ? new NpyFile(path, file, cancellation).Read(names)
        : new MatFile(path, file, cancellation).Read(names);

    private static bool Begins(Stream file, ReadOnlySpan<byte> magic)
    {
        Span<byte> start = stackalloc byte[magic.Length];
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..length].SequenceEqual(magic);
    }

    private static string Describe(IReadOnlyList<string> names) =>
        names.Count == 0
            ? "no variables"
            : $"only {string.Join(", ", names.Take(MostListed))}"
                + (names.Count > MostListed ? $" and {names.Count - MostListed} more" : "");
}
