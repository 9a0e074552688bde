using System.Formats.Tar;
using System.IO.Compression;

namespace InfoGanMl.Datasets.Download;

/// <summary>A gzipped tar archive, unpacked while it arrives.</summary>
internal static class TarArchive
{
    /// <summary>Hands each file to <paramref name="store"/>, in the archive's order, and reads no further than the last of them.</summary>
    /// <param name="packed">The archive.</param>
    /// <param name="folder">Folder of the files inside the archive, ending in a slash.</param>
    /// <param name="files">Those that are wanted.</param>
    /// <param name="store">Receives them, not checked yet.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="FileNotFoundException">The archive lacks some, which are named.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or no such archive.</exception>
    public static async Task UnpackAsync(
        Stream packed,
        string folder,
        IReadOnlyList<DataFile> files,
        Func<DataFile, Stream, Task> store,
        CancellationToken cancellation
    )
    {
        var wanted = files.ToDictionary(file => folder + file.Name);
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        await using var archive = new TarReader(unpacked);
        while (wanted.Count > 0 && await archive.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (entry.DataStream is { } content && wanted.Remove(entry.Name, out var file))
            {
                await store(file, content);
            }
        }

        if (wanted.Count > 0)
        {
            throw new FileNotFoundException($"the archive has no {string.Join(", no ", wanted.Keys)}");
        }
    }
}
