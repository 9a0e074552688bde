namespace InfoGanMl.Preparation.Sources;

/// <summary>What the parts of a data set are called in downloads; whatever is not trained on is held out.</summary>
internal static class PartNames
{
    private static readonly Dictionary<string, Part> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["train"] = Part.Train,
        ["training"] = Part.Train,
        ["test"] = Part.Test,
        ["testing"] = Part.Test,
        ["val"] = Part.Test,
        ["valid"] = Part.Test,
        ["validation"] = Part.Test,
        ["dev"] = Part.Test,
        ["eval"] = Part.Test,
        ["publictest"] = Part.Test, // FER2013's
        ["privatetest"] = Part.Test,
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => Parts.Keys;

    /// <summary>The part of that name; null for any other name.</summary>
    public static Part? Find(string name) => Parts.TryGetValue(name, out var part) ? part : null;
}
