using System.CommandLine;
using System.CommandLine.Help;
using InfoGanMl.Models.Errors;

namespace InfoGanMl.CommandLine;

/// <summary>A program made of verbs: how it is called, what it prints where, how it ends.</summary>
/// <param name="name">What it is called.</param>
/// <param name="description">What it is for.</param>
/// <param name="verbs">What it can do.</param>
/// <param name="remedy">What to do about an error, where that depends on the program: which flag to pass.</param>
public sealed class Shell(
    string name,
    string description,
    IReadOnlyList<Verb> verbs,
    Func<Exception, string?>? remedy = null
)
{
    /// <summary>Does what the arguments say.</summary>
    /// <returns>The <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(string[] arguments, ProgramConsole console)
    {
        var parsed = BuildCommand(console).Parse(arguments);
        var mistakes = UsageMistakes.Find(name, parsed);
        if (mistakes.Count > 0)
        {
            mistakes.ForEach(console.WriteError);
            return ExitCode.WrongUsage;
        }

        using var signals = new StopSignals();
        return await parsed.InvokeAsync(
            new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
            signals.Token
        );
    }

    private RootCommand BuildCommand(ProgramConsole console)
    {
        var root = new RootCommand(description);
        foreach (var verb in verbs)
        {
            var command = new Command(verb.Name, verb.Description);
            foreach (var option in verb.Options)
            {
                command.Options.Add(option);
            }

            command.Validators.Add(given => verb.FindMistakes(given).ToList().ForEach(given.AddError));
            command.SetAction((given, stop) => RunAsync(verb, given, console, stop));
            root.Subcommands.Add(command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new TeachingHelp((HelpAction)help.Action!, name, verbs);
        return root;
    }

    private async Task<int> RunAsync(Verb verb, ParseResult given, ProgramConsole console, CancellationToken stop)
    {
        try
        {
            await verb.RunAsync(given, console, stop);
            return ExitCode.Done;
        }
        catch (OperationCanceledException stopped)
        {
            console.WriteError(stopped is StoppedException ? stopped.Message : $"Stopped; {verb.WhenStopped}.");
            return ExitCode.Interrupted;
        }
        catch (Exception problem) when (problem is InfoGanException or IOException or UnauthorizedAccessException)
        {
            console.WriteError(problem.Message);
            if ((remedy?.Invoke(problem) ?? Remedies.For(problem)) is { } help)
            {
                console.WriteError(help);
            }

            return ExitCode.Failed;
        }
        catch (Exception mistake) // of this program, and not of whoever called it
        {
            console.WriteError($"{name} {verb.Name} failed by a mistake of its own. Please report this:\n{mistake}");
            return ExitCode.Failed;
        }
    }
}
