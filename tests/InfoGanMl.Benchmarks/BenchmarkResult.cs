using System.Text.Json.Serialization;

namespace InfoGanMl.Benchmarks;

/// <summary>Everything that a benchmark measured, all of it in one run.</summary>
/// <param name="Date">When.</param>
/// <param name="Version">Version of the training code, with its commit.</param>
/// <param name="Machine">Processor and system.</param>
/// <param name="Device">The device that the steps ran on.</param>
/// <param name="Threads">Threads of libtorch, and of PyTorch.</param>
/// <param name="Rounds">How often each figure was measured.</param>
/// <param name="PeakFlops">Operations per second in products of large matrices.</param>
/// <param name="SecondsToFirstStep">From the start of a process to the end of its first step.</param>
/// <param name="Presets">The steps of each preset.</param>
/// <param name="Recognition">Recognition in ML.NET.</param>
/// <param name="Files">Recognition of files in ML.NET.</param>
/// <param name="TimeToAccuracy">How long a training takes to sort images well; null where it was left out.</param>
internal sealed record BenchmarkResult(
    DateTimeOffset Date,
    string? Version,
    string Machine,
    string Device,
    int Threads,
    int Rounds,
    Measured PeakFlops,
    Measured SecondsToFirstStep,
    IReadOnlyList<PresetResult> Presets,
    RecognitionResult Recognition,
    IReadOnlyList<FileResult> Files,
    TimeToAccuracy? TimeToAccuracy
)
{
    /// <summary>Updates of the paper's training.</summary>
    public static int PaperUpdates => Recipes.Presets.MnistPaper.Steps;

    /// <summary>Seconds that eager PyTorch takes for them at the speed measured; null where none is installed.</summary>
    public double? PaperSecondsInPyTorch =>
        Presets.FirstOrDefault(preset => preset.Preset == Recipes.Presets.MnistPaper.Preset)
            is { PyTorchImagesPerSecond: { } speed } paper
            ? PaperUpdates * paper.BatchSize / speed.Median
            : null;
}

/// <summary>The step of a preset.</summary>
/// <param name="Preset">The preset.</param>
/// <param name="BatchSize">Real images in a step.</param>
/// <param name="ImagesPerSecond">Real images per second.</param>
/// <param name="PyTorchImagesPerSecond">The same in eager PyTorch; null where none is installed.</param>
/// <param name="TimesPyTorch">The ratio of both in each round.</param>
/// <param name="FlopPerImage">Operations per real image, from the costs of the layers.</param>
/// <param name="ShareOfPeak">Share of the peak of matrix products in the same round.</param>
/// <param name="Parts">Share of the step that each part takes when it is made alone; "the rest" makes it 1.</param>
/// <param name="Savings">What a plain loop would do on top, as shares of our step.</param>
/// <param name="BFloat16">The step with products in bfloat16; null where the processor lacks it.</param>
/// <param name="SecondsToSave">Seconds that a snapshot takes.</param>
/// <param name="Memory">Memory over many steps.</param>
internal sealed record PresetResult(
    string Preset,
    int BatchSize,
    Measured ImagesPerSecond,
    Measured? PyTorchImagesPerSecond,
    Measured? TimesPyTorch,
    double FlopPerImage,
    Measured ShareOfPeak,
    IReadOnlyDictionary<string, Measured> Parts,
    IReadOnlyDictionary<string, Measured> Savings,
    [property: JsonPropertyName("bfloat16")] BFloat16Result? BFloat16,
    Measured SecondsToSave,
    MemoryUse Memory
);

/// <summary>The step of a preset in bfloat16, in the same rounds.</summary>
/// <param name="ImagesPerSecond">Real images per second.</param>
/// <param name="TimesFloat32">The ratio to our step in float32 in each round.</param>
/// <param name="TimesPyTorch">The ratio to eager PyTorch, in float32, in each round; null where none is installed.</param>
internal sealed record BFloat16Result(Measured ImagesPerSecond, Measured TimesFloat32, Measured? TimesPyTorch);
