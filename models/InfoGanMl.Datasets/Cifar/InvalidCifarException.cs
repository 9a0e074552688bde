using InfoGanMl.Models.Errors;

namespace InfoGanMl.Datasets.Cifar;

/// <summary>A file of CIFAR-10 that is damaged or unreadable.</summary>
public sealed class InvalidCifarException(
    string path,
    long offset,
    string found,
    string expected,
    Exception? inner = null
)
    : InvalidFileException(
        $"{path}, byte {offset}: found {found}; expected {expected}. Replace the file by an undamaged copy.",
        path,
        found,
        expected,
        inner
    )
{
    /// <summary>Where it is wrong, in bytes from the start of the file.</summary>
    public long Offset { get; } = offset;
}
