namespace InfoGanMl.CommandLine;

/// <summary>The folder that results go to unless told otherwise.</summary>
public static class RunsFolder
{
    /// <summary>Full path of something in it.</summary>
    public static string Of(string name) => Path.GetFullPath(Path.Combine("runs", name));

    /// <summary>The same, or the first of its numbered siblings that does not exist yet.</summary>
    public static string NewOf(string name) =>
        Enumerable
            .Range(1, int.MaxValue)
            .Select(number => Of(number == 1 ? name : $"{name}-{number}"))
            .First(path => !Path.Exists(path));
}
