using InfoGanMl.Datasets.Download;

namespace InfoGanMl.CommandLine;

/// <summary>What to do about errors that every program may meet: libraries do not know the flags.</summary>
internal static class Remedies
{
    /// <summary>A sentence or two; null where the message says all.</summary>
    public static string? For(Exception problem) =>
        problem is DatasetUnavailableException
            ? $"Pass --data=DIR, a folder with these files; {ProgramNames.Tool} data --data=PICTURES makes them of pictures."
            : null;
}
