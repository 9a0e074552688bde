using System.Text.RegularExpressions;

namespace InfoGanMl.Evaluation.Figures;

/// <summary>
/// All there is to know of a figure but its value. A kind stands as a static field beside the function that computes it, and
/// the console, the card, the page and the tables loop over kinds: nothing else names a figure to show it.
/// </summary>
/// <param name="key">
/// Where it stands in metrics.json, members joined by dots, as in <c>samples.precision</c>. One that there is for each code has
/// a placeholder, as in <c>continuous_r2.{code}</c>, which title and meaning may have, too.
/// </param>
/// <param name="title">What people call it.</param>
/// <param name="unit">One of <see cref="Figures.Unit"/>.</param>
/// <param name="meaning">A sentence on what the number means.</param>
public sealed partial class FigureKind(string key, string title, string unit, string meaning)
{
    private readonly Regex _name = new($"^{EscapedPlaceholder().Replace(Regex.Escape(key), "([^.]+)")}$");

    /// <summary>Where it stands in metrics.json.</summary>
    public string Key { get; } = key;

    /// <summary>What people call it.</summary>
    public string Title { get; } = title;

    /// <summary>One of <see cref="Figures.Unit"/>.</summary>
    public string Unit { get; } = unit;

    /// <summary>A sentence on what the number means.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>Where it comes from; null where there is no paper.</summary>
    public string? Paper { get; init; }

    /// <summary>The images it is measured on.</summary>
    public Basis Basis { get; init; }

    /// <summary>Whether something is drawn for it by the seed although it is measured on all test images.</summary>
    public bool IsDrawn { get; init; }

    /// <summary>Where it is shown.</summary>
    public Shown Shown { get; init; }

    /// <summary>Which cards of the page it has one among.</summary>
    public Cards Cards { get; init; }

    /// <summary>Head of its card; its title where nothing else is said.</summary>
    public string? Heading { get; init; }

    /// <summary>Head of its column in tables; its title where nothing else is said.</summary>
    public string? Column { get; init; }

    /// <summary>Whether less is better.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>The same on real images, which is the best to be expected; null where there is none.</summary>
    public FigureKind? OfRealImages { get; init; }

    /// <summary>Digits after the point where its unit alone would give too many.</summary>
    public int? Digits { get; init; }

    /// <summary>How figures of several codes become one in tables; the worst of them counts where nothing else is said.</summary>
    public Func<FigureSet, double?>? Summary { get; init; }

    /// <summary>Names of the placeholders, in their order.</summary>
    public IReadOnlyList<string> Parameters { get; } =
    [.. Placeholder().Matches(key).Select(match => match.Groups[1].Value)];

    /// <summary>Whether there is a figure for each code.</summary>
    public bool IsOfCode => Parameters.Count > 0;

    /// <summary>A text of this kind about one code.</summary>
    /// <param name="text">With placeholders.</param>
    /// <param name="values">What stands for each of <see cref="Parameters"/>.</param>
    public string Fill(string text, IReadOnlyList<string> values) =>
        Parameters.Zip(values).Aggregate(text, (filled, pair) => filled.Replace($"{{{pair.First}}}", pair.Second));

    /// <summary>What stands for the placeholders in the name of a figure of this kind; null for the name of another.</summary>
    public IReadOnlyList<string>? Match(string name)
    {
        var match = _name.Match(name);
        return match.Success ? [.. match.Groups.Values.Skip(1).Select(group => group.Value)] : null;
    }

    /// <summary>One number for all figures of this kind; null where there is none.</summary>
    public double? Summarize(FigureSet figures) =>
        Summary is { } summary ? summary(figures) : Worst(figures.All(this).Select(figure => figure.Value));

    /// <summary>The worst of several; null for none.</summary>
    public double? Worst(IEnumerable<double> values)
    {
        var all = values.Select(value => (double?)value);
        return LowerIsBetter ? all.Max() : all.Min();
    }

    /// <summary>Its key.</summary>
    public override string ToString() => Key;

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\\\{(\w+)\}")]
    private static partial Regex EscapedPlaceholder();
}
