namespace InfoGanMl.CommandLine;

/// <summary>What a program of this repository ends with.</summary>
public static class ExitCode
{
    /// <summary>It did what it was asked for.</summary>
    public const int Done = 0;

    /// <summary>It could not; standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>It was called in a way that it does not understand; nothing was done.</summary>
    public const int WrongUsage = 2;

    /// <summary>Ctrl+C: 128 + SIGINT, as shells report it.</summary>
    public const int Interrupted = 130;
}
