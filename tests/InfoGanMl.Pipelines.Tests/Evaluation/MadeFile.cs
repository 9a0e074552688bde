using InfoGanMl.Testing;

namespace InfoGanMl.Pipelines.Tests.Evaluation;

/// <summary>A file of the evaluation that is made from its types and kept in the repository for those who read it there.</summary>
internal static class MadeFile
{
    /// <summary>Fails where the file is not as it would be made now; with INFOGANML_UPDATE=1 it is made instead.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="make">From what it holds to what it should hold.</param>
    public static void AssertCurrent(string name, Func<string, string> make)
    {
        var path = Path.Combine(Repository.Root, "pipelines", "InfoGanMl.Evaluation", name);
        var found = File.ReadAllText(path);
        var expected = make(found);
        if (Environment.GetEnvironmentVariable("INFOGANML_UPDATE") == "1")
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.True(expected == found, $"{name} is out of date; run this test once with INFOGANML_UPDATE=1.");
    }
}
