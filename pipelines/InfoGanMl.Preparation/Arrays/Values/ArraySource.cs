using InfoGanMl.Preparation.Errors;

namespace InfoGanMl.Preparation.Arrays.Values;

/// <summary>Where an array comes from, for what is said about it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Variable">Its name; null for the file as a whole.</param>
internal sealed record ArraySource(string Path, string? Variable = null)
{
    /// <summary>The exception for what is wrong with it.</summary>
    /// <param name="found">What is there.</param>
    /// <param name="expected">What should be there.</param>
    /// <param name="remedy">What to do; null for damage.</param>
    /// <param name="inner">What noticed it.</param>
    public InvalidArrayFileException Refuse(
        string found,
        string expected,
        string? remedy = null,
        Exception? inner = null
    ) => new(Path, Variable, found, expected, remedy, inner);
}
