using System.IO.Compression;
using InfoGanMl.Models.Files;
using InfoGanMl.Preparation.Arrays.Values;

namespace InfoGanMl.Preparation.Arrays.NumPy;

/// <summary>Reads the .npz files of NumPy, zip archives of one .npy file for each array, packed or not.</summary>
/// <param name="path">Path of the file.</param>
/// <param name="file">The file.</param>
/// <param name="cancellation">Stops reading.</param>
internal sealed class NpzFile(string path, Stream file, CancellationToken cancellation)
{
    private const string Extension = ".npy";
    private readonly ArraySource _source = new(path);

    /// <summary>Reads the named arrays, and of all others the names alone.</summary>
    /// <exception cref="Errors.InvalidArrayFileException">The file is damaged, or one is no array of numbers.</exception>
    public ArrayContents Read(IReadOnlyCollection<string> names)
    {
        using var archive = Open();
        var found = archive
            .Entries.Where(entry => entry.FullName.EndsWith(Extension, StringComparison.Ordinal))
            .Select(entry => (Name: entry.FullName[..^Extension.Length], Entry: entry))
            .ToList();
        // Any number of entries may lie at the same place in the file: of several with one name the first is enough.
        var wanted = found.Where(item => names.Contains(item.Name)).DistinctBy(item => item.Name);
        var arrays = wanted.Select(item => Read(item.Name, item.Entry));
        return new([.. found.Select(item => item.Name)], [.. arrays]);
    }

    private ZipArchive Open()
    {
        ZipArchive? archive = null;
        try
        {
            archive = new(file, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries; // reads the table of contents
            return archive;
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            archive?.Dispose();
            throw _source.Refuse($"damaged data ({damage.Message})", "a zip archive of NumPy", inner: damage);
        }
    }

    private NumericArray Read(string name, ZipArchiveEntry entry)
    {
        var source = _source with { Variable = name };
        using var content = Open(source, entry);
        var checksum = new Checksum();
        var capacity = Math.Min(entry.CompressedLength, file.Length) * ContentReader.DeflateRatio;
        if (entry.Length > capacity)
        {
            throw source.Refuse($"room for at most {capacity} bytes", $"the {entry.Length} that are announced");
        }

        var reader = new ContentReader(source, content, entry.Length, isBigEndian: false) { Checksum = checksum };
        var array = NpyArray.Read(reader, cancellation);
        return checksum.Value == entry.Crc32
            ? array
            : throw source.Refuse($"the checksum {checksum.Value:x8}", $"{entry.Crc32:x8}");
    }

    private static Stream Open(ArraySource source, ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            throw source.Refuse($"damaged data ({damage.Message})", "what can be unpacked", inner: damage);
        }
    }

    private static bool IsDamage(Exception failure) =>
        failure is InvalidDataException or IOException or NotSupportedException or ArgumentException;
}
