using InfoGanMl.Datasets.Activities;
using Spectre.Console;

namespace InfoGanMl.CommandLine.Display;

/// <summary>A line for each activity, and beneath them a bar for the current one.</summary>
internal sealed class BarDisplay : IProgress<ActivityReport>
{
    private const string NoDetail = "…"; // blanks are refused

    private readonly Lock _lock = new();
    private readonly IAnsiConsole _terminal;
    private readonly ProgressContext _display;
    private ProgressTask? _bar;
    private string? _name;

    private BarDisplay(IAnsiConsole terminal, ProgressContext display) => (_terminal, _display) = (terminal, display);

    /// <summary>Does something and shows it; the bar is gone afterwards, the lines stay.</summary>
    public static Task<T> ShowAsync<T>(IAnsiConsole terminal, Func<IProgress<ActivityReport>, Task<T>> work) =>
        terminal
            .Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(
                new SpinnerColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left }
            )
            // On a thread of its own, or a verb without any waiting would keep the display from starting.
            .StartAsync(display => Task.Run(() => work(new BarDisplay(terminal, display))));

    /// <inheritdoc/>
    public void Report(ActivityReport value)
    {
        lock (_lock) // pictures are decoded on every core
        {
            if (value.Name != _name)
            {
                _bar?.StopTask();
                _name = value.Name;
                _terminal.WriteLine(value.Name);
                _bar = _display.AddTask(NoDetail, maxValue: 1);
            }

            _bar!.IsIndeterminate = value.Done is null;
            _bar.Description = value.Detail is { } detail ? Markup.Escape(detail) : NoDetail;
            _bar.Value = Math.Min(value.Done ?? 0, 0.9999); // a full bar would be hidden as completed
        }
    }
}
