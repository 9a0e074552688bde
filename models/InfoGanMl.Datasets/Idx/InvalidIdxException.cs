using InfoGanMl.Datasets.Errors;

namespace InfoGanMl.Datasets.Idx;

/// <summary>An IDX file that is damaged, unreadable, or of another kind.</summary>
public sealed class InvalidIdxException(
    string path,
    long offset,
    string found,
    string expected,
    Exception? inner = null
) : DamagedDataException(path, offset, found, expected, inner);
