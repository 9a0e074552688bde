using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace InfoGanMl.CommandLine;

/// <summary>Help that ends with examples.</summary>
/// <param name="inner">The usual help.</param>
/// <param name="program">What the program is called.</param>
/// <param name="verbs">Its verbs.</param>
internal sealed class TeachingHelp(HelpAction inner, string program, IReadOnlyList<Verb> verbs)
    : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var asked = verbs.FirstOrDefault(verb => verb.Name == parseResult.CommandResult.Command.Name);
        output.WriteLine("Examples:");
        foreach (var verb in asked is null ? verbs : [asked])
        {
            foreach (var example in asked is null ? verb.Examples.Take(1) : verb.Examples)
            {
                output.WriteLine($"  {program} {verb.Name} {example}".TrimEnd());
            }
        }

        output.WriteLine();
        output.WriteLine(
            $"Exit codes: {ExitCode.Done} done, {ExitCode.Failed} failed, {ExitCode.WrongUsage} wrong usage, "
                + $"{ExitCode.Interrupted} interrupted. Results go to standard output, progress and errors to standard error."
        );
        return ExitCode.Done;
    }
}
