namespace InfoGanMl.Preparation.Folders;

/// <summary>Says how many there are of something, and names the first ones.</summary>
internal static class Few
{
    private const int MostNamed = 3;

    /// <summary>Such as "4 links (a, b, c ...)".</summary>
    /// <param name="names">Their names, one at least.</param>
    /// <param name="what">What one of them is.</param>
    public static string Describe(IReadOnlyCollection<string> names, string what) =>
        $"{names.Count} {what}{(names.Count == 1 ? "" : "s")} "
        + $"({string.Join(", ", names.Order(StringComparer.Ordinal).Take(MostNamed))}{(names.Count > MostNamed ? " ..." : "")})";
}
