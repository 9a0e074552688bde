using InfoGanMl.Datasets.Errors;

namespace InfoGanMl.Datasets.Cifar;

/// <summary>A file of CIFAR-10 that is damaged or unreadable.</summary>
public sealed class InvalidCifarException(
    string path,
    long offset,
    string found,
    string expected,
    Exception? inner = null
) : DamagedDataException(path, offset, found, expected, inner);
