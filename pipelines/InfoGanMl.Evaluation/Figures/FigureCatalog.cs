using System.Text.Json;
using System.Text.Json.Nodes;
using InfoGanMl.Models;

namespace InfoGanMl.Evaluation.Figures;

/// <summary>
/// What there is to know about each figure but its value: its unit, what it was measured on, what it means, where it comes
/// from. The texts are data (figures.json); values are found in the metrics by their names.
/// </summary>
internal static class FigureCatalog
{
    private static readonly IReadOnlyList<Row> Rows = ReadRows();

    /// <summary>All figures that the metrics have.</summary>
    /// <param name="metrics">The metrics file without its figures.</param>
    /// <param name="sizes">Images behind a figure, by what it was measured on.</param>
    /// <param name="intervals">Bootstrap intervals, by the name of the figure.</param>
    public static IReadOnlyList<Figure> Describe(
        JsonObject metrics,
        IReadOnlyDictionary<string, int> sizes,
        IReadOnlyDictionary<string, Interval> intervals
    ) =>
        [
            .. from row in Rows
            from named in Expand(row, metrics)
            let value = Find(metrics, named.Name)
            where value is not null
            select new Figure(
                named.Name,
                named.Title,
                value.Value,
                named.Unit,
                sizes[named.MeasuredOn],
                named.Drawn || named.MeasuredOn != "test" ? metrics["evaluation_seed"]!.GetValue<int>() : null,
                intervals.GetValueOrDefault(named.Name),
                named.Meaning,
                named.Paper
            ),
        ];

    /// <summary>A row for each code, or for each code and property, where its name asks for them.</summary>
    private static IEnumerable<Row> Expand(Row row, JsonObject metrics)
    {
        var codes = row.Name.Contains("{code}", StringComparison.Ordinal) ? Names(metrics["continuous_codes"]!) : [""];
        var properties = row.Name.Contains("{property}", StringComparison.Ordinal)
            ? metrics["code_meanings"]!.AsArray().Select(meaning => (string)meaning!["property"]!).Distinct()
            : [""];
        return from code in codes
            from property in properties
            select row with
            {
                Name = Fill(row.Name, code, property),
                Title = Fill(row.Title, code, property),
                Meaning = Fill(row.Meaning, code, property),
            };
    }

    private static string Fill(string text, string code, string property) =>
        text.Replace("{code}", code, StringComparison.Ordinal)
            .Replace("{property}", property, StringComparison.Ordinal);

    /// <summary>The value at a path of members; in lists, codes and properties are found by their names.</summary>
    private static double? Find(JsonObject metrics, string name)
    {
        var node = name.Split('.') switch
        {
            ["continuous_r2", var code] => metrics["continuous_r2"]![Names(metrics["continuous_codes"]!).IndexOf(code)],
            ["code_meanings", var code, var property, var member] => metrics["code_meanings"]!
                .AsArray()
                .Single(m => (string)m!["code"]! == code && (string)m["property"]! == property)![member],
            var path => path.Aggregate((JsonNode?)metrics, (node, member) => node?[member]),
        };
        return node?.GetValue<double>();
    }

    private static List<string> Names(JsonNode names) => [.. names.AsArray().Select(name => (string)name!)];

    private static IReadOnlyList<Row> ReadRows()
    {
        using var resource = typeof(FigureCatalog).Assembly.GetManifestResourceStream("figures.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<Row>>(resource, InfoGanJson.Options)!;
    }

    private sealed record Row(
        string Name,
        string Title,
        string Unit,
        string MeasuredOn,
        string Meaning,
        string? Paper,
        bool Drawn = false
    );
}
