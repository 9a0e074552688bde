using InfoGanMl.Datasets;
using InfoGanMl.Recipes;
using static TorchSharp.torch;

namespace InfoGanMl.Benchmarks;

/// <summary>How much is measured.</summary>
/// <param name="Rounds">Rounds, in each of which everything that is compared is measured once, one after the other.</param>
/// <param name="SecondsPerSpeed">About how long one measurement of a speed takes.</param>
/// <param name="MemorySteps">Steps over which memory is watched.</param>
/// <param name="RecognizedImages">Images that ML.NET recognizes in a round.</param>
/// <param name="Photographs">Photographs that it reads in a round.</param>
internal sealed record BenchmarkPlan(
    int Rounds,
    double SecondsPerSpeed,
    int MemorySteps,
    int RecognizedImages,
    int Photographs
);

/// <summary>Measures the training step of some presets, beside eager PyTorch and this machine's matrix products.</summary>
internal sealed class Benchmark(ImageDataset data, Device device, BenchmarkPlan plan, IProgress<string> progress)
{
    /// <summary>Speeds, shares and memory of each preset, interleaved: noise of the machine hits all of them alike.</summary>
    public (Measured PeakFlops, IReadOnlyList<PresetResult> Presets) Measure(IReadOnlyList<TrainingOptions> presets)
    {
        using var products = new MatrixProducts(device);
        List<PresetRounds> measured = [];
        List<double> peaks = [];
        try
        {
            measured.AddRange(presets.Select(options => new PresetRounds(options, data, device, plan.SecondsPerSpeed)));
            products.MeasureFlops(); // the first products are slower
            for (var round = 1; round <= plan.Rounds; round++)
            {
                progress.Report($"Round {round} of {plan.Rounds}.");
                peaks.Add(products.MeasureFlops());
                measured.ForEach(preset => preset.MeasureRound());
            }

            progress.Report($"Memory over {plan.MemorySteps} steps.");
            return (Measured.Of(peaks), [.. measured.Select(preset => preset.Summarize(peaks, plan.MemorySteps))]);
        }
        finally
        {
            measured.ForEach(preset => preset.Dispose());
        }
    }
}
