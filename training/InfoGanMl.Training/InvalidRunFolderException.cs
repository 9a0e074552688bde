using InfoGanMl.Models;

namespace InfoGanMl.Training;

/// <summary>A folder that no run can be continued in.</summary>
public sealed class InvalidRunFolderException(
    string path,
    string found,
    string expected,
    Exception? innerException = null
) : InfoGanException($"{path}: found {found}; expected {expected}.", innerException)
{
    /// <summary>The file or folder.</summary>
    public string Path { get; } = path;

    /// <summary>What is there.</summary>
    public string Found { get; } = found;

    /// <summary>What should be.</summary>
    public string Expected { get; } = expected;
}
