namespace InfoGanMl.Conventions.Tests.Namespaces;

/// <summary>Looks for namespaces that need each other.</summary>
internal static class NamespaceCycles
{
    private const int MostExamples = 6;

    /// <summary>A line for each edge between namespaces that lies on a cycle, with the types that make it.</summary>
    public static IReadOnlyList<string> Find(IReadOnlyCollection<TypeReference> references)
    {
        var edges = references.ToLookup(reference => (From: reference.From.Namespace, To: reference.To.Namespace));
        var next = edges.ToLookup(edge => edge.Key.From, edge => edge.Key.To);
        return
        [
            .. edges
                .Where(edge => edge.Key.From != edge.Key.To && IsReachable(edge.Key.To, edge.Key.From, next))
                .OrderBy(edge => edge.Key)
                .Select(edge => $"{edge.Key.From} -> {edge.Key.To}: {Describe([.. edge])}"),
        ];
    }

    private static bool IsReachable(string from, string to, ILookup<string, string> next)
    {
        var (seen, open) = (new HashSet<string> { from }, new Stack<string>([from]));
        while (open.TryPop(out var current))
        {
            foreach (var neighbor in next[current].Where(seen.Add))
            {
                open.Push(neighbor);
            }
        }

        return seen.Contains(to);
    }

    private static string Describe(IReadOnlyList<TypeReference> references)
    {
        var named = references.Select(reference => $"{reference.From.Name} -> {reference.To.Name}").Distinct().Order();
        var examples = string.Join(", ", named.Take(MostExamples));
        return named.Count() > MostExamples ? $"{examples} and {named.Count() - MostExamples} more" : examples;
    }
}
