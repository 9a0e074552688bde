using InfoGanMl.Datasets;

namespace InfoGanMl.Preparation.Errors;

/// <summary>Says which pictures are left out.</summary>
internal static class LeftOut
{
    private const int MostLines = 20;

    /// <summary>A line for each of the first ones, and how many more there are.</summary>
    public static string Describe(IReadOnlyList<LeftOutPicture> skipped) =>
        string.Concat(skipped.Take(MostLines).Select(picture => $"\n  - {picture.Path}: {picture.Reason}"))
        + (skipped.Count > MostLines ? $"\n  - and {skipped.Count - MostLines} more" : "");
}
