using InfoGanMl.Models.Errors;

namespace InfoGanMl.Models;

/// <summary>A model folder that is incomplete, damaged, or of another format.</summary>
public sealed class InvalidModelFolderException(string path, string found, string expected, Exception? inner = null)
    : InvalidFileException(
        $"{path}: found {found}; expected {expected}. Copy the model folder again or train a new one.",
        path,
        found,
        expected,
        inner
    );
