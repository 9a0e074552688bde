using System.Text.Json;
using System.Text.Json.Nodes;
using InfoGanMl.Models.Files;

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
        (string Placeholder, IEnumerable<string> Names)[] all =
        [
            ("{code}", Names(metrics["continuous_codes"]!)),
            ("{property}", Members(metrics["code_meanings"]!, "property")),
            ("{categorical}", Members(metrics["categorical_codes"]!, "code")),
        ];
        return all.Where(part => row.Name.Contains(part.Placeholder, StringComparison.Ordinal))
            .Aggregate(
                (IEnumerable<Row>)[row],
                (rows, part) => rows.SelectMany(some => part.Names.Select(name => some.Fill(part.Placeholder, name)))
            );
    }

    /// <summary>The value at a path of members; in lists, codes and properties are found by their names.</summary>
    private static double? Find(JsonObject metrics, string name)
    {
        var node = name.Split('.') switch
        {
            ["continuous_r2", var code] => metrics["continuous_r2"]![Names(metrics["continuous_codes"]!).IndexOf(code)],
            ["code_meanings", var code, var property, var member] => metrics["code_meanings"]!
                .AsArray()
                .Single(m => (string)m!["code"]! == code && (string)m["property"]! == property)![member],
            ["categorical_codes", var code, var member] => metrics["categorical_codes"]!
                .AsArray()
                .Single(c => (string)c!["code"]! == code)![member],
            var path => path.Aggregate((JsonNode?)metrics, (node, member) => node?[member]),
        };
        return node?.GetValue<double>();
    }

    private static List<string> Names(JsonNode names) => [.. names.AsArray().Select(name => (string)name!)];

    private static IEnumerable<string> Members(JsonNode list, string member) =>
        list.AsArray().Select(item => (string)item![member]!).Distinct();

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
    )
    {
        public Row Fill(string placeholder, string name) =>
            this with
            {
                Name = Name.Replace(placeholder, name, StringComparison.Ordinal),
                Title = Title.Replace(placeholder, name, StringComparison.Ordinal),
                Meaning = Meaning.Replace(placeholder, name, StringComparison.Ordinal),
            };
    }
}
