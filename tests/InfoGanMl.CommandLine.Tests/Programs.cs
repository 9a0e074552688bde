using System.Reflection;
using InfoGanMl.Testing;

namespace InfoGanMl.CommandLine.Tests;

/// <summary>Both programs, as processes.</summary>
internal static class Programs
{
    /// <summary>Every verb of both.</summary>
    public static readonly (string Program, string Verb)[] Verbs =
    [
        (ProgramNames.Tool, "data"),
        (ProgramNames.Tool, "prepare"),
        (ProgramNames.Tool, "evaluate"),
        (ProgramNames.Tool, "tabulate"),
        (ProgramNames.Train, "train"),
        (ProgramNames.Train, "judge"),
        (ProgramNames.Train, "runs"),
    ];

    public static string PathOf(string program) =>
        ExecutableProcess.MetadataOf(Assembly.GetExecutingAssembly(), program);

    public static ProcessResult Run(string program, params IEnumerable<string> arguments) =>
        ExecutableProcess.Run(PathOf(program), arguments);
}
