using System.Text.Json.Nodes;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation;

/// <summary>Puts each figure where its key says, and null where it was not measured.</summary>
internal static class FigureTree
{
    /// <param name="file">Holds what is no figure.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="absent">Objects that are not made for want of figures.</param>
    public static void Add(JsonObject file, FigureSet figures, IReadOnlyList<string> absent)
    {
        foreach (var kinds in Scorers.Kinds.GroupBy(PathOf))
        {
            var path = kinds.Key.Split('.', StringSplitOptions.RemoveEmptyEntries);
            if (kinds.Any(kind => kind.IsOfCode))
            {
                AddList(file, path.Single(), [.. kinds], figures);
            }
            else if (
                !absent.Contains(kinds.Key) && Open(file, path, kinds.Any(k => figures[k] is not null)) is { } home
            )
            {
                foreach (var kind in kinds)
                {
                    home[NameOf(kind)] = figures[kind]?.Value;
                }
            }
        }
    }

    /// <summary>What stands before the name of a figure, and before its placeholders.</summary>
    internal static string PathOf(FigureKind kind) =>
        kind.IsOfCode ? kind.Key.Split('.')[0] : kind.Key[..Math.Max(0, kind.Key.LastIndexOf('.'))];

    private static string NameOf(FigureKind kind) => kind.Key.Split('.')[^1];

    /// <summary>The object at a path; null where there is none, and no figure to make one for.</summary>
    private static JsonObject? Open(JsonObject file, string[] path, bool make)
    {
        var home = file;
        foreach (var name in path)
        {
            if (home[name] is not JsonObject next)
            {
                home[name] = next = make ? [] : null!;
            }

            if (next is null)
            {
                return null;
            }

            home = next;
        }

        return home;
    }

    /// <summary>A list of values by code, or of objects that say which code they are about.</summary>
    private static void AddList(JsonObject file, string name, IReadOnlyList<FigureKind> kinds, FigureSet figures)
    {
        var of = kinds.SelectMany(figures.All).ToList();
        if (kinds is [var only] && only.Key.EndsWith('}'))
        {
            file[name] = new JsonArray([.. of.Select(figure => JsonValue.Create(figure.Value))]);
            return;
        }

        var list = file[name] as JsonArray ?? [];
        file[name] = list;
        foreach (var code in of.DistinctBy(figure => string.Join('.', figure.Parameters)).Select(f => f.Parameters))
        {
            var entry = Find(list, kinds[0].Parameters, code);
            foreach (var kind in kinds)
            {
                entry[NameOf(kind)] = figures[kind, [.. code]]?.Value;
            }
        }
    }

    /// <summary>The object about a code, which is made where there is none yet.</summary>
    private static JsonObject Find(JsonArray list, IReadOnlyList<string> names, IReadOnlyList<string> code)
    {
        var about = names.Zip(code).ToList();
        var found = list.Select(entry => entry!.AsObject())
            .FirstOrDefault(entry => about.All(pair => (string?)entry[pair.First] == pair.Second));
        if (found is null)
        {
            found = new(about.Select(pair => KeyValuePair.Create(pair.First, (JsonNode?)pair.Second)));
            list.Add(found);
        }

        return found;
    }
}
