namespace InfoGanMl.Report;

/// <summary>Several runs side by side.</summary>
public static class ComparisonPage
{
    private static readonly Lazy<Func<object, string>> Template = new(() => PageTemplate.Compile("comparison.hbs"));

    /// <summary>Renders a comparison as one HTML page that needs nothing besides itself.</summary>
    /// <param name="comparison">The runs.</param>
    /// <returns>The text of an HTML file.</returns>
    /// <exception cref="ArgumentException">There is no run, or the agreement is not that of the runs.</exception>
    public static string Render(RunComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var count = comparison.Runs.Count;
        if (count == 0 || comparison.Agreement.Count != count || comparison.Agreement.Any(row => row.Count != count))
        {
            throw new ArgumentException(
                $"Found {count} runs and {comparison.Agreement.Count} rows of agreement; expected at least one run, and as many "
                    + "rows and columns as runs.",
                nameof(comparison)
            );
        }

        return Template.Value(ComparisonSection.Of(comparison));
    }
}
