using System.Globalization;
using InfoGanMl.CommandLine.Display;
using InfoGanMl.Datasets.Activities;
using Spectre.Console;

namespace InfoGanMl.CommandLine;

/// <summary>Where a program shows what it does: results on standard output, progress and errors on standard error.</summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
/// <param name="terminal">Standard error when it is a terminal: bars are drawn there; null for plain lines.</param>
/// <param name="clock">The time between two lines.</param>
public sealed class ProgramConsole(TextWriter output, TextWriter error, IAnsiConsole? terminal, TimeProvider clock)
{
    /// <summary>That of this process.</summary>
    public static ProgramConsole OfProcess()
    {
        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        var isInteractive = !Console.IsErrorRedirected && terminal.Profile.Capabilities.Interactive;
        return new(Console.Out, Console.Error, isInteractive ? terminal : null, TimeProvider.System);
    }

    /// <summary>A line of results.</summary>
    public void WriteLine(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>A line, or several, of what is wrong.</summary>
    public void WriteError(string message) => error.WriteLine(message);

    /// <summary>Does something that takes time, and shows how far it is.</summary>
    public async Task<T> ShowAsync<T>(Func<IProgress<ActivityReport>, Task<T>> work) =>
        terminal is null ? await work(new LineDisplay(error, clock)) : await BarDisplay.ShowAsync(terminal, work);

    /// <summary>The same for work on this thread.</summary>
    public Task<T> ShowAsync<T>(Func<IProgress<ActivityReport>, T> work) =>
        ShowAsync(progress => Task.FromResult(work(progress)));
}
