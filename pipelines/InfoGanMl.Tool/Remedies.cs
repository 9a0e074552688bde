using InfoGanMl.CommandLine;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Preparation.Errors;

namespace InfoGanMl.Tool;

/// <summary>What to do about errors of the libraries, said in the flags of this program.</summary>
internal static class Remedies
{
    /// <summary>A sentence; null where the message says all.</summary>
    public static string? For(Exception problem) =>
        problem switch
        {
            BrokenPicturesException broken => $"--max-broken={broken.Skipped.Count} leaves them out.",
            PreparationException => "The flags are --data, --output, --size, --color and --follow-links.",
            EvaluationException { Found: var found } when found.Contains("judge", StringComparison.Ordinal) =>
                $"{ProgramNames.Train} judge --data=DIR trains one, and --judge=FILE takes it.",
            _ => null,
        };
}
