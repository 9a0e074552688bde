namespace InfoGanMl.Models.Folder;

/// <summary>A model folder that is incomplete, damaged, or of another format.</summary>
public sealed class InvalidModelFolderException(string path, string found, string expected, Exception? inner = null)
    : InfoGanException(
        $"{path}: found {found}; expected {expected}. Copy the model folder again or train a new one.",
        inner
    )
{
    /// <summary>The file or folder that is wrong.</summary>
    public string Path { get; } = path;

    /// <summary>What is there.</summary>
    public string Found { get; } = found;

    /// <summary>What should be there.</summary>
    public string Expected { get; } = expected;
}
