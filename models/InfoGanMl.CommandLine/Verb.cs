using System.CommandLine;
using System.CommandLine.Parsing;
using InfoGanMl.Models.Errors;

namespace InfoGanMl.CommandLine;

/// <summary>One thing that a program does: <c>infogan evaluate</c>.</summary>
/// <param name="name">The verb.</param>
/// <param name="description">What it does, a sentence or two.</param>
public abstract class Verb(string name, string description)
{
    /// <summary>The verb.</summary>
    public string Name { get; } = name;

    /// <summary>What it does.</summary>
    public string Description { get; } = description;

    /// <summary>What it takes.</summary>
    public abstract IReadOnlyList<Option> Options { get; }

    /// <summary>Calls that work, each of them the options alone; at least one.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>What an interruption means, as the end of a sentence: "nothing was written".</summary>
    public virtual string WhenStopped => "nothing was written";

    /// <summary>What is wrong with how it is called, beside what each option says itself.</summary>
    public virtual IEnumerable<string> FindMistakes(CommandResult given) => [];

    /// <summary>Does it: reads the options, makes one call, shows what came out.</summary>
    /// <exception cref="InfoGanException">It failed.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public abstract Task RunAsync(ParseResult given, ProgramConsole console, CancellationToken stop);
}
