namespace InfoGanMl.Testing;

/// <summary>A file that is made from types, and kept in the repository for those who read it there.</summary>
public static class MadeFile
{
    private const string Update = "INFOGANML_UPDATE";

    /// <summary>What to do about one that is not current.</summary>
    public const string Advice = $"The file is out of date; run this test once with {Update}=1.";

    /// <summary>Whether the file is as it would be made now; with INFOGANML_UPDATE=1 it is made so.</summary>
    /// <param name="path">Path of the file in the repository.</param>
    /// <param name="make">From what it holds to what it should hold.</param>
    public static bool IsCurrent(string path, Func<string, string> make)
    {
        var file = Path.Combine(Repository.Root, path);
        var found = File.Exists(file) ? File.ReadAllText(file) : "";
        var expected = make(found);
        if (Environment.GetEnvironmentVariable(Update) != "1")
        {
            return expected == found;
        }

        File.WriteAllText(file, expected);
        return true;
    }
}
