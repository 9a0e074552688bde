using InfoGanMl.Models.Errors;

namespace InfoGanMl.Preparation.Errors;

/// <summary>A file of arrays, of MATLAB or NumPy, that is damaged, of another kind, or holds something else.</summary>
/// <param name="path">The file.</param>
/// <param name="variable">Name of the array; null if the whole file is wrong.</param>
/// <param name="found">What is there.</param>
/// <param name="expected">What should be there.</param>
/// <param name="remedy">What to do; null for damage.</param>
/// <param name="inner">What noticed it.</param>
public sealed class InvalidArrayFileException(
    string path,
    string? variable,
    string found,
    string expected,
    string? remedy = null,
    Exception? inner = null
)
    : InvalidFileException(
        $"{path}{(variable is null ? "" : $", variable '{variable}'")}: found {found}; expected {expected}. "
            + (remedy ?? "Replace the file by an undamaged copy."),
        path,
        found,
        expected,
        inner
    )
{
    /// <summary>Name of the array; null if the whole file is wrong.</summary>
    public string? Variable { get; } = variable;
}
