using InfoGanMl.CommandLine;
using InfoGanMl.Datasets;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Judging;
using TorchSharp;

namespace InfoGanMl.Train;

/// <summary>What is about to be trained, and how a judge came out, as plain lines.</summary>
/// <param name="console">Receives them as results.</param>
internal sealed class TrainingLines(ProgramConsole console)
{
    /// <summary>Prints what is about to be trained.</summary>
    public void PrintOptions(TrainingOptions options, ImageDataset data, torch.Device device, string output)
    {
        var networks = options.BuildNetworks();
        var recognizer =
            networks.Trunk.Parameters
            + (options.BuildDiscriminator()?.Parameters ?? 0)
            + networks.Features.Parameters
            + networks.Codes.Parameters
            + (options.BuildCategoryProjection()?.Parameters ?? 0)
            + (options.BuildPatches()?.Parameters ?? 0)
            + options.BuildFeatureCritics().Sum(critic => critic.Parameters);
        var headStart = options.HeadStart is { } plan ? $" after {Describe(plan)}" : "";
        console.WriteLine(
            $"Preset {options.Preset}, seed {options.Seed}, {options.Steps} steps of {options.BatchSize} images{headStart}"
        );
        console.WriteLine($"Data   {data.Name}, {data.Train.Count} images of {options.Image}, labels unused");
        console.WriteLine($"Size   G {networks.Generator.Parameters:N0} parameters, D and Q {recognizer:N0}");
        var precision = options.Precision == Precision.Float32 ? "" : ", products in bfloat16";
        console.WriteLine($"Device {device}, {torch.get_num_threads()} threads{precision}");
        console.WriteLine($"Output {output}");
    }

    /// <summary>Prints which judge is about to be trained.</summary>
    public void PrintOptions(JudgeOptions options, ImageDataset data, string output)
    {
        console.WriteLine(
            $"Judge  seed {options.Seed}, {options.EpochsOver(data.Train.Count)} epochs in batches of {options.BatchSize}"
        );
        console.WriteLine($"Data   {data.Name}, {data.Train.Count} images of {data.Train.Format} with their labels");
        console.WriteLine($"Device CPU, {torch.get_num_threads()} threads");
        console.WriteLine($"Output {output}");
    }

    /// <summary>Prints how the finished judge does.</summary>
    public void PrintScore(JudgeScore score, string output)
    {
        console.WriteLine($"test accuracy {score.Accuracy:P2}, loss {score.Loss:F4}");
        console.WriteLine($"{output}, {new FileInfo(output).Length} bytes");
    }

    private static string Describe(HeadStart plan) =>
        $"{plan.Steps} of {plan.BatchSize} for Q alone"
        + (plan.Starts > 1 ? $", the best of {plan.Starts} starts kept" : "");
}
