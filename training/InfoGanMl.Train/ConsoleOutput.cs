using System.Globalization;
using InfoGanMl.Datasets;
using InfoGanMl.Models.Latents;
using InfoGanMl.Models;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Runs;
using InfoGanMl.Training;
using Spectre.Console;
using TorchSharp;

namespace InfoGanMl.Train;

/// <summary>Shows a run: a progress bar on a terminal, plain lines elsewhere.</summary>
internal static class ConsoleOutput
{
    private static readonly TimeSpan PlainInterval = TimeSpan.FromSeconds(15);

    /// <summary>Prints what is about to be trained.</summary>
    public static void PrintOptions(TrainingOptions options, ImageDataset data, torch.Device device, string output)
    {
        var networks = options.BuildNetworks();
        var generator = networks.Generator.Parameters;
        var recognizer =
            networks.Trunk.Parameters
            + networks.Discriminator.Parameters
            + networks.Features.Parameters
            + networks.Codes.Parameters
            + (options.BuildCategoryProjection()?.Parameters ?? 0)
            + (options.BuildPatches()?.Parameters ?? 0);
        Console.WriteLine(
            $"Preset {options.Preset}, seed {options.Seed}, {options.Steps} steps of {options.BatchSize} images"
                + (options.HeadStart is { } plan ? $" after {Describe(plan)}" : "")
        );
        Console.WriteLine($"Data   {data.Name}, {data.Train.Count} images of {options.Image}, labels unused");
        Console.WriteLine($"Size   G {generator:N0} parameters, D and Q {recognizer:N0}");
        Console.WriteLine($"Device {device}, {torch.get_num_threads()} threads");
        Console.WriteLine($"Output {output}");
    }

    /// <summary>Runs the training with a display for it.</summary>
    public static T WithProgress<T>(TrainingOptions options, Func<IProgress<TrainingReport>, T> train)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            return train(new PlainProgress(options.Latent.Space, TimeProvider.System));
        }

        return AnsiConsole
            .Progress()
            .Columns(
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left }
            )
            .Start(display =>
            {
                var bar = display.AddTask("starting", maxValue: options.Steps);
                return train(new BarProgress(options.Latent.Space, bar));
            });
    }

    private static string Describe(HeadStart plan) =>
        $"{plan.Steps} of {plan.BatchSize} for Q alone"
        + (plan.Starts > 1 ? $", the best of {plan.Starts} starts kept" : "");

    /// <summary>One line: L_I against H(c), R² per continuous code, images per second.</summary>
    private static string Describe(TrainingReport report, LatentSpace latent)
    {
        var speed = Invariant($"{report.ImagesPerSecond:F0} images/s");
        if (report.Measures is not { } measures)
        {
            return Invariant($"head start, mutual information {report.HeadStartInformation:F2} | {speed}");
        }

        var information = latent.Categorical.Zip(
            measures.MutualInformation,
            (code, value) => Invariant($"L_I {value:F2} of H(c) {code.Entropy:F2}")
        );
        var r2 = measures.ContinuousR2.Select(value => value.ToString("F2", CultureInfo.InvariantCulture));
        string[] codes =
        [
            string.Join(", ", information),
            .. r2.Any() ? [$"R² {string.Join(' ', r2)}"] : Array.Empty<string>(),
        ];
        return string.Join(" | ", [.. codes.Where(code => code.Length > 0), speed]);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class BarProgress(LatentSpace latent, ProgressTask bar) : IProgress<TrainingReport>
    {
        public void Report(TrainingReport report)
        {
            bar.Description = Markup.Escape(Describe(report, latent));
            bar.MaxValue = report.Steps;
            bar.Value = report.Step;
        }
    }

    /// <summary>A line every few seconds, and one for the last step.</summary>
    private sealed class PlainProgress(LatentSpace latent, TimeProvider clock) : IProgress<TrainingReport>
    {
        private long _lastLine = clock.GetTimestamp();

        public void Report(TrainingReport report)
        {
            if (report.Step < report.Steps && clock.GetElapsedTime(_lastLine) < PlainInterval)
            {
                return;
            }

            _lastLine = clock.GetTimestamp();
            var left = TimeSpan.FromSeconds(Math.Round(report.SecondsLeft));
            Console.WriteLine($"step {report.Step}/{report.Steps} | {Describe(report, latent)} | {left:mm\\:ss} left");
        }
    }
}
