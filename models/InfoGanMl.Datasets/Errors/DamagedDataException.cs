using InfoGanMl.Models.Errors;

namespace InfoGanMl.Datasets.Errors;

/// <summary>A file of images or labels that is damaged, unreadable, or of another kind.</summary>
public abstract class DamagedDataException(string path, long offset, string found, string expected, Exception? inner)
    : InvalidFileException(
        $"{path}, byte {offset}: found {found}; expected {expected}. Replace the file by an undamaged copy.",
        path,
        found,
        expected,
        inner
    )
{
    /// <summary>Where it is wrong, in bytes from the start of the unpacked file.</summary>
    public long Offset { get; } = offset;
}
