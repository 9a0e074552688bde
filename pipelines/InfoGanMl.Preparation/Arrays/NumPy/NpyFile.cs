using InfoGanMl.Preparation.Arrays.Values;

namespace InfoGanMl.Preparation.Arrays.NumPy;

/// <summary>Reads the .npy files of NumPy, of one array that has no name.</summary>
/// <param name="path">Path of the file.</param>
/// <param name="file">The file from its start on.</param>
/// <param name="cancellation">Stops reading.</param>
internal sealed class NpyFile(string path, Stream file, CancellationToken cancellation)
{
    /// <summary>Reads the array if its name, the empty one, is among these.</summary>
    /// <exception cref="Errors.InvalidArrayFileException">The file is damaged, or holds no numbers.</exception>
    public ArrayContents Read(IReadOnlyCollection<string> names) =>
        new([""], names.Contains("") ? [NpyArray.Read(Reader(), cancellation)] : []);

    private ContentReader Reader() => new(new(path), file, file.Length, isBigEndian: false);
}
