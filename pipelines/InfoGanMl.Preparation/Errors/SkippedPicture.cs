namespace InfoGanMl.Preparation.Errors;

/// <summary>A picture that is left out because it is broken.</summary>
/// <param name="Path">From the source's folder.</param>
/// <param name="Reason">What was found and what was expected.</param>
public sealed record SkippedPicture(string Path, string Reason)
{
    private const int MostLines = 20;

    /// <summary>A line for each of the first ones, and how many more there are.</summary>
    internal static string Describe(IReadOnlyList<SkippedPicture> skipped) =>
        string.Concat(skipped.Take(MostLines).Select(picture => $"\n  - {picture.Path}: {picture.Reason}"))
        + (skipped.Count > MostLines ? $"\n  - and {skipped.Count - MostLines} more" : "");
}
