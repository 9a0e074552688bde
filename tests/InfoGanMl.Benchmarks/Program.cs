using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text.Json;
using InfoGanMl.Benchmarks;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models;
using InfoGanMl.Models.Devices;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Devices;
using InfoGanMl.Training.Runs;
using TorchSharp;

var output = new Option<string>("--output")
{
    Description = "Folder for benchmarks.json and benchmarks.md.",
    DefaultValueFactory = _ => "runs/benchmarks",
};
var model = new Option<string>("--model")
{
    Description = "Model folder whose Q recognizes MNIST in ML.NET.",
    DefaultValueFactory = _ => "models/pretrained/mnist",
};
var device = new Option<Device>("--device") { Description = "Where to run; auto by default." };
var quick = new Option<bool>("--quick")
{
    Description = "One short round and no training: shows that it works, and measures little.",
};
var firstStep = new Option<bool>(FirstStep.Argument) { Hidden = true };
var command = new RootCommand("Measures the training step, and recognition in ML.NET.")
{
    output,
    model,
    device,
    quick,
    firstStep,
};
command.SetAction(async parsed =>
{
    try
    {
        if (parsed.GetValue(firstStep))
        {
            await FirstStep.RunAsync(TrainingDevice.Choose(parsed.GetValue(device)));
            return 0;
        }

        var data = await KnownDatasets.Mnist.OpenAsync();
        var recognizer = ModelFolder.Open(parsed.GetValue(model)!);
        var result = Measure(data, recognizer, parsed.GetValue(device), parsed.GetValue(quick));
        Write(result, parsed.GetValue(output)!);
        return 0;
    }
    catch (Exception problem) when (problem is InfoGanException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(problem.Message);
        return 1;
    }
});
return await command.Parse(args).InvokeAsync();

static BenchmarkResult Measure(ImageDataset data, ModelFolder model, Device where, bool isQuick)
{
    var device = TrainingDevice.Choose(where);
    var plan = isQuick
        ? new BenchmarkPlan(Rounds: 1, SecondsPerSpeed: 0.2, MemorySteps: 10, RecognizedImages: 500, Photographs: 2)
        : new BenchmarkPlan(Rounds: 7, SecondsPerSpeed: 5, MemorySteps: 500, RecognizedImages: 10_000, Photographs: 24);
    var progress = new ImmediateProgress<string>(Console.WriteLine);
    var benchmark = new Benchmark(data, device, plan, progress);
    var (peak, presets) = benchmark.Measure([Presets.MnistPaper, Presets.Mnist]);
    progress.Report("Recognition in ML.NET.");
    var recognition = MeasureRecognition(model, data.Test, plan);
    progress.Report("Recognition of files.");
    var files = MeasureFiles(model, data.Test, plan);
    progress.Report("First steps.");
    var firstSteps = Measured.Of(Enumerable.Range(0, plan.Rounds).Select(_ => FirstStep.Measure(where)));
    progress.Report(isQuick ? "No training." : "A training, to see when 95 % are sorted right.");
    return new(
        DateTimeOffset.UtcNow,
        RunModels.Version,
        $"{Processor()}, {RuntimeInformation.OSDescription}",
        device.ToString(),
        torch.get_num_threads(),
        plan.Rounds,
        peak,
        firstSteps,
        presets,
        recognition,
        files,
        isQuick ? null : TimeToAccuracy.Measure(Presets.Mnist, 0.95, data, device)
    );
}

static RecognitionResult MeasureRecognition(ModelFolder model, ImageSet test, BenchmarkPlan plan)
{
    var images = test.Select([.. Enumerable.Range(0, Math.Min(plan.RecognizedImages, test.Count))]);
    using var recognition = new RecognitionRounds(model, images);
    for (var round = 0; round < plan.Rounds; round++)
    {
        recognition.MeasureRound();
    }

    return recognition.Summarize();
}

static IReadOnlyList<FileResult> MeasureFiles(ModelFolder model, ImageSet test, BenchmarkPlan plan)
{
    using var files = new BenchmarkFiles();
    using var images = new FileRounds(
        model,
        files.WriteImages(test.Select([.. Enumerable.Range(0, plan.RecognizedImages)]))
    );
    using var photographs = new FileRounds(model, files.WritePhotographs(plan.Photographs));
    for (var round = 0; round < plan.Rounds; round++)
    {
        images.MeasureRound();
        photographs.MeasureRound();
    }

    return [images.Summarize($"PNG of {test.Format}"), photographs.Summarize("JPEG of 12 megapixels and 2 MB")];
}

static void Write(BenchmarkResult result, string folder)
{
    Directory.CreateDirectory(folder);
    File.WriteAllText(
        Path.Combine(folder, "benchmarks.json"),
        JsonSerializer.Serialize(result, InfoGanJson.Options) + "\n"
    );
    var page = BenchmarkPage.Render(result);
    File.WriteAllText(Path.Combine(folder, "benchmarks.md"), page);
    Console.WriteLine(page);
}

// .NET does not name the processor; Linux does.
static string Processor()
{
    const string Info = "/proc/cpuinfo";
    var line = File.Exists(Info)
        ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
        : null;
    return line?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
}
