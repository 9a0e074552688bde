using System.Globalization;
using System.Text;
using InfoGanMl.Training;
using static System.FormattableString;

namespace InfoGanMl.Benchmarks;

/// <summary>A <see cref="BenchmarkResult"/> as Markdown: medians, in brackets the least and the most.</summary>
internal static class BenchmarkPage
{
    public static string Render(BenchmarkResult result)
    {
        var page = new StringBuilder();
        page.AppendLine("# Benchmarks");
        page.AppendLine();
        page.AppendLine(
            Invariant(
                $"Made by `dotnet cake --target=Bench` on {result.Date:yyyy-MM-dd} with version {result.Version}:"
            )
        );
        page.AppendLine(
            Invariant(
                $"{result.Machine}, {result.Device}, {result.Threads} threads; medians of {result.Rounds} interleaved rounds, in"
            )
        );
        page.AppendLine("brackets the least and the most.");
        AppendSpeeds(page, result);
        AppendBFloat16(page, result);
        AppendParts(page, result);
        AppendSnapshots(page, result);
        AppendMemory(page, result);
        AppendRecognition(page, result.Recognition);
        AppendFiles(page, result.Files);
        return page.ToString();
    }

    private static void AppendSpeeds(StringBuilder page, BenchmarkResult result)
    {
        AppendHeader(
            page,
            "step of",
            "batch",
            "images/s",
            "eager PyTorch",
            "ratio",
            "GFLOP per image",
            "share of the peak"
        );
        foreach (var preset in result.Presets)
        {
            AppendRow(
                page,
                $"`{preset.Preset}`",
                $"{preset.BatchSize}",
                Describe(preset.ImagesPerSecond, "F0"),
                Describe(preset.PyTorchImagesPerSecond, "F0"),
                Describe(preset.TimesPyTorch, "F2"),
                Invariant($"{preset.FlopPerImage / 1e9:F3}"),
                Describe(preset.ShareOfPeak, "P0")
            );
        }

        page.AppendLine();
        page.AppendLine(
            Invariant($"The peak is that of products of large matrices: {result.PeakFlops.Median / 1e9:F0} GFLOP/s")
                + Invariant($" ({result.PeakFlops.Least / 1e9:F0}-{result.PeakFlops.Most / 1e9:F0}).")
        );
        page.AppendLine(
            $"From the start of a process to the end of its first step: {Describe(result.SecondsToFirstStep, "F1")} s."
        );
        if (result.TimeToAccuracy is { } time)
        {
            page.AppendLine(
                Invariant(
                    $"`{time.Preset}` sorts {time.Accuracy:P0} of the test images right after {time.Seconds:F0} s of training"
                )
                    + (
                        result.PaperSecondsInPyTorch is { } seconds
                            ? Invariant(
                                $"; the paper's {BenchmarkResult.PaperUpdates} updates take PyTorch {seconds:F0} s."
                            )
                            : "."
                    )
            );
        }
    }

    private static void AppendBFloat16(StringBuilder page, BenchmarkResult result)
    {
        if (result.Presets.All(preset => preset.BFloat16 is null))
        {
            page.AppendLine("This processor does not compute in bfloat16.");
            return;
        }

        AppendHeader(page, "step in bfloat16", "images/s", "times float32", "times eager PyTorch");
        foreach (var (preset, half) in result.Presets.Select(preset => (preset.Preset, preset.BFloat16!)))
        {
            AppendRow(
                page,
                $"`{preset}`",
                Describe(half.ImagesPerSecond, "F0"),
                Describe(half.TimesFloat32, "F2"),
                Describe(half.TimesPyTorch, "F2")
            );
        }
    }

    private static void AppendParts(StringBuilder page, BenchmarkResult result)
    {
        AppendShares(page, "share of the step", result, preset => preset.Parts);
        AppendShares(page, "a plain loop would take longer by", result, preset => preset.Savings);
    }

    private static void AppendShares(
        StringBuilder page,
        string title,
        BenchmarkResult result,
        Func<PresetResult, IReadOnlyDictionary<string, Measured>> sharesOf
    )
    {
        var parts = sharesOf(result.Presets.MaxBy(preset => sharesOf(preset).Count)!).Keys; // of a preset that has all
        AppendHeader(page, [title, .. parts]);
        foreach (var preset in result.Presets)
        {
            AppendRow(
                page,
                [
                    $"`{preset.Preset}`",
                    .. parts.Select(part => Describe(sharesOf(preset).GetValueOrDefault(part), "P1")),
                ]
            );
        }
    }

    private static void AppendSnapshots(StringBuilder page, BenchmarkResult result)
    {
        var every = TrainingRun.DefaultSnapshotEvery.TotalSeconds;
        AppendHeader(page, "snapshot", "seconds", Invariant($"share of the {every:F0} s between two"));
        foreach (var preset in result.Presets)
        {
            var seconds = preset.SecondsToSave;
            AppendRow(
                page,
                $"`{preset.Preset}`",
                Describe(seconds, "F2"),
                Describe(new(seconds.Median / every, seconds.Least / every, seconds.Most / every), "P1")
            );
        }
    }

    private static void AppendMemory(StringBuilder page, BenchmarkResult result)
    {
        AppendHeader(page, "memory", "steps", "managed bytes per step", "resident before, MB", "after, MB");
        foreach (var preset in result.Presets)
        {
            var memory = preset.Memory;
            AppendRow(
                page,
                $"`{preset.Preset}`",
                $"{memory.Steps}",
                Invariant($"{memory.ManagedBytesPerStep:F0}"),
                Invariant($"{memory.ResidentBefore / 1e6:F0}"),
                Invariant($"{memory.ResidentAfter / 1e6:F0}")
            );
        }
    }

    private static void AppendRecognition(StringBuilder page, RecognitionResult result)
    {
        AppendHeader(
            page,
            "recognition in ML.NET",
            "images/s",
            "times ApplyOnnxModel",
            "share of ONNX Runtime",
            "difference"
        );
        AppendRow(
            page,
            Invariant($"{result.Images} images in batches of {result.BatchSize}"),
            Describe(result.ImagesPerSecond, "F0"),
            Describe(result.TimesStock, "F1"),
            Describe(result.ShareOfBare, "P0"),
            Invariant($"{result.LargestDifference:G2}")
        );
    }

    private static void AppendFiles(StringBuilder page, IReadOnlyList<FileResult> files)
    {
        AppendHeader(page, "from path to category", "files/s", "decoder alone", "Q alone", "share of the slower");
        foreach (var file in files)
        {
            AppendRow(
                page,
                $"{file.Count} {file.Files}",
                Describe(file.PerSecond, "F0"),
                Describe(file.DecoderPerSecond, "F0"),
                Describe(file.RecognizerPerSecond, "F0"),
                Describe(file.ShareOfSlower, "P0")
            );
        }
    }

    private static string Describe(Measured? figure, string format)
    {
        return figure is null ? "-" : $"{Number(figure.Median)} ({Number(figure.Least)}-{Number(figure.Most)})";

        string Number(double value) =>
            value.ToString(format, CultureInfo.InvariantCulture).Replace(" %", "%", StringComparison.Ordinal);
    }

    private static void AppendHeader(StringBuilder page, params IReadOnlyList<string> columns)
    {
        page.AppendLine();
        AppendRow(page, columns);
        page.AppendLine($"|{string.Concat(columns.Select(_ => "---|"))}");
    }

    private static void AppendRow(StringBuilder page, params IReadOnlyList<string> cells) =>
        page.AppendLine($"| {string.Join(" | ", cells)} |");
}
