using InfoGanMl.Models.Errors;

namespace InfoGanMl.Training.Networks;

/// <summary>A file that holds no weights of a pretrained trunk.</summary>
public sealed class InvalidTrunkException(string path, string found, string expected, Exception? inner = null)
    : InvalidFileException($"{path}: found {found}; expected {expected}.", path, found, expected, inner);
