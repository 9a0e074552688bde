using InfoGanMl.Models.Errors;

namespace InfoGanMl.Evaluation.Scoring;

/// <summary>A model and data that cannot be scored together.</summary>
public sealed class EvaluationException(string found, string expected, string remedy)
    : InfoGanException($"Found {found}; expected {expected}. {remedy}")
{
    /// <summary>What is there.</summary>
    public string Found { get; } = found;

    /// <summary>What should be there.</summary>
    public string Expected { get; } = expected;
}
