namespace InfoGanMl.CommandLine;

/// <summary>The programs, for messages and plans that name the other one.</summary>
public static class ProgramNames
{
    /// <summary>Data, evaluation and tables; without libtorch.</summary>
    public const string Tool = "infogan";

    /// <summary>Training; with libtorch.</summary>
    public const string Train = "infogan-train";
}
