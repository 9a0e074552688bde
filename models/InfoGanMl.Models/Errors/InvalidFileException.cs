namespace InfoGanMl.Models.Errors;

/// <summary>Base of errors in a file or folder that was to be read.</summary>
public abstract class InvalidFileException(
    string message,
    string path,
    string found,
    string expected,
    Exception? innerException
) : InfoGanException(message, innerException)
{
    /// <summary>The file or folder that is wrong.</summary>
    public string Path { get; } = path;

    /// <summary>What is there.</summary>
    public string Found { get; } = found;

    /// <summary>What should be there.</summary>
    public string Expected { get; } = expected;
}
