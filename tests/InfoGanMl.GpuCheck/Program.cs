// Shows in one command whether trainings run on this machine's GPU as they do on its CPU, and how fast.
// Exit codes: 0 all is well, 1 something failed (gpu.json says what), 3 there is no GPU that libtorch can use.
using System.CommandLine;
using System.Text.Json;
using InfoGanMl.Datasets;
using InfoGanMl.GpuCheck;
using InfoGanMl.Models.Devices;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Devices;
using TorchSharp;

const int Failed = 1;
const int NoGpu = 3;
if (args is [KilledTraining.Argument, var device, var folder, .. var installed])
{
    LibTorch.Load(installed.FirstOrDefault());
    await KilledTraining.TrainAsync(Enum.Parse<Device>(device), folder);
    return 0;
}

var output = new Option<string>("--output")
{
    Description = "Folder for gpu.json and the trained model.",
    DefaultValueFactory = _ => "runs/gpu-check",
};
var libTorch = new Option<string?>("--libtorch")
{
    Description = "Folder of an installed PyTorch, to use its libtorch.",
};
var on = new Option<Device>("--device")
{
    Description = "What to compare with the CPU; cpu tries this program itself.",
    DefaultValueFactory = _ => Device.Cuda,
};
var steps = new Option<int>("--steps")
{
    Description = "Steps of each training whose speed is measured.",
    DefaultValueFactory = _ => 300,
};
var presets = new Option<string>("--presets")
{
    Description = "Presets whose speed is measured.",
    DefaultValueFactory = _ => "mnist-paper,fashion",
};
var command = new RootCommand("Compares trainings on the GPU with the CPU: losses, speed, resuming, export.")
{
    output,
    libTorch,
    on,
    presets,
    steps,
};
command.SetAction(async parsed =>
{
    List<TrainingOptions> measured;
    try
    {
        measured = [.. parsed.GetValue(presets)!.Split(',').Select(Presets.Find)];
        LibTorch.Load(parsed.GetValue(libTorch));
    }
    catch (InfoGanException mistake)
    {
        Console.Error.WriteLine(mistake.Message);
        return Failed;
    }

    torch.Device gpu;
    try
    {
        gpu = TrainingDevice.Choose(parsed.GetValue(on));
    }
    catch (InvalidOptionsException missing)
    {
        Console.Error.WriteLine(missing.Message);
        return NoGpu;
    }

    var path = Directory.CreateDirectory(parsed.GetValue(output)!).FullName;
    var progress = new ImmediateProgress<string>(line => Console.WriteLine($"{DateTime.Now:HH:mm:ss} {line}"));
    var report = await new GpuCheck(gpu, measured, parsed.GetValue(steps), path, progress)
    {
        Installed = parsed.GetValue(libTorch),
    }.RunAsync();
    var file = Path.Combine(path, "gpu.json");
    File.WriteAllText(file, JsonSerializer.Serialize(report, InfoGanJson.Options) + "\n");
    Console.WriteLine($"Written: {file}");
    return report.Failures.Count == 0 ? 0 : Failed;
});
return await command.Parse(args).InvokeAsync();
