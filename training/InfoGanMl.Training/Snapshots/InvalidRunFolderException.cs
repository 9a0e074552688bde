using InfoGanMl.Models.Errors;

namespace InfoGanMl.Training.Snapshots;

/// <summary>A folder that no run can be continued in.</summary>
public sealed class InvalidRunFolderException(string path, string found, string expected, Exception? inner = null)
    : InvalidFileException($"{path}: found {found}; expected {expected}.", path, found, expected, inner);
