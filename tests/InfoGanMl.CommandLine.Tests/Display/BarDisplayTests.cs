using InfoGanMl.Datasets.Activities;
using Spectre.Console;

namespace InfoGanMl.CommandLine.Tests.Display;

public class BarDisplayTests
{
    [Fact]
    public async Task On_a_terminal_there_is_a_bar_beneath_the_line_and_markup_in_names_is_text()
    {
        var screen = new StringWriter();
        var terminal = AnsiConsole.Create(
            new()
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(screen),
            }
        );
        terminal.Profile.Width = 120;
        var console = new ProgramConsole(TextWriter.Null, TextWriter.Null, terminal, TimeProvider.System);

        var answer = await console.ShowAsync(async progress =>
        {
            progress.Report("Remark [about] something.");
            progress.Report(new ActivityReport("Decoding.", 0.42, "[of] many"));
            await Task.Delay(500, TestContext.Current.CancellationToken); // it is drawn ten times a second
            progress.Report(new ActivityReport("Decoding.", 1));
            return 42;
        });

        Assert.Equal(42, answer);
        var text = screen.ToString();
        Assert.Contains("Remark [about] something.", text, StringComparison.Ordinal);
        Assert.Contains("42%", text, StringComparison.Ordinal);
        Assert.Contains("[of] many", text, StringComparison.Ordinal);
    }
}
