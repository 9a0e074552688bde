using InfoGanMl.Models;

namespace InfoGanMl.Datasets;

/// <summary>An IDX file that is damaged, unreadable, or of another kind.</summary>
public sealed class InvalidIdxException(
    string path,
    long offset,
    string found,
    string expected,
    Exception? inner = null
)
    : InfoGanException(
        $"{path}, byte {offset}: found {found}; expected {expected}. Replace the file by an undamaged copy.",
        inner
    )
{
    /// <summary>The file that is wrong.</summary>
    public string Path { get; } = path;

    /// <summary>Where it is wrong, in bytes from the start of the unpacked file.</summary>
    public long Offset { get; } = offset;

    /// <summary>What is there.</summary>
    public string Found { get; } = found;

    /// <summary>What should be there.</summary>
    public string Expected { get; } = expected;
}
