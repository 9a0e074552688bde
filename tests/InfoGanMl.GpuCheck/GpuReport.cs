namespace InfoGanMl.GpuCheck;

/// <summary>What the check found: gpu.json.</summary>
/// <param name="Card">Name, driver and memory, as nvidia-smi says; null without it.</param>
/// <param name="Device">What was compared with the CPU.</param>
/// <param name="Processor">The CPU, and its threads.</param>
/// <param name="LibTorch">Its version, as TorchSharp was built for, and the folder it came from.</param>
/// <param name="CheckedAt">When.</param>
/// <param name="Seconds">How long it all took.</param>
/// <param name="Losses">The same steps on both.</param>
/// <param name="Speeds">Trainings on both.</param>
/// <param name="Killed">A run that was killed and went on; null where that failed.</param>
/// <param name="Failures">What failed, a sentence each.</param>
internal sealed record GpuReport(
    string? Card,
    string Device,
    string Processor,
    string LibTorch,
    DateTimeOffset CheckedAt,
    double Seconds,
    IReadOnlyList<LossComparison> Losses,
    IReadOnlyList<SpeedComparison> Speeds,
    KilledRun? Killed,
    IReadOnlyList<string> Failures
);

/// <summary>The first steps of a preset, with the same weights, images and random numbers on both devices, in exact float32.</summary>
/// <param name="Preset">The preset.</param>
/// <param name="FirstStep">Largest difference of a loss in the first step, relative to the loss where that is more than 1.</param>
/// <param name="LaterSteps">The same in the others, by which rounding has grown.</param>
/// <param name="HeadStart">The same of the mutual information in the steps of the head start; null without one.</param>
internal sealed record LossComparison(string Preset, double FirstStep, double LaterSteps, double? HeadStart);

/// <summary>A short training of a preset on both devices, as trainings run there, with TF32.</summary>
/// <param name="Preset">The preset.</param>
/// <param name="Steps">Steps on each device.</param>
/// <param name="Cpu">On the CPU.</param>
/// <param name="Gpu">On the GPU.</param>
/// <param name="Ratio">Images per second, GPU to CPU.</param>
internal sealed record SpeedComparison(string Preset, int Steps, TrainedSteps Cpu, TrainedSteps Gpu, double Ratio);

/// <summary>How a short training went.</summary>
/// <param name="ImagesPerSecond">Real images per second, without the first steps.</param>
/// <param name="Measures">Mean of each loss over the last third.</param>
/// <param name="MemoryMegabytes">Most memory of the card in use, in MiB; null on a CPU.</param>
/// <param name="Utilization">Mean share of time in which the card was busy, in percent; null on a CPU.</param>
internal sealed record TrainedSteps(
    double ImagesPerSecond,
    IReadOnlyDictionary<string, double> Measures,
    double? MemoryMegabytes = null,
    double? Utilization = null
);

/// <summary>A run that was killed, went on and was exported.</summary>
/// <param name="KilledAfterSeconds">When its process was killed.</param>
/// <param name="FirstReport">The step of its first report after that.</param>
/// <param name="Steps">The step it ended at.</param>
/// <param name="ImagesPerSecond">Of the whole run, snapshots included.</param>
/// <param name="MutualInformation">L_I in nats at its end.</param>
/// <param name="Parity">Largest difference of ONNX Runtime's outputs from what the training computed, by provider.</param>
internal sealed record KilledRun(
    double KilledAfterSeconds,
    int FirstReport,
    int Steps,
    double ImagesPerSecond,
    double MutualInformation,
    IReadOnlyDictionary<string, string> Parity
);
