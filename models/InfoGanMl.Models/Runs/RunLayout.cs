namespace InfoGanMl.Models.Runs;

/// <summary>
/// What lies where in the folder of a training run: the second contract, beside the model folder, between training and everything
/// that looks at a run.
/// </summary>
internal static class RunLayout
{
    /// <summary>What the run computes; it is what makes a folder a run's.</summary>
    public const string Options = "options.json";

    /// <summary>What it computes it under: the user's data, the device, the threads.</summary>
    public const string Conditions = "conditions.json";

    /// <summary>Numbers of categories that were tried, where one was to be found.</summary>
    public const string Categories = "categories.json";

    /// <summary>How it goes, a line of JSON for every so many steps.</summary>
    public const string Log = "metrics.jsonl";

    /// <summary>The same for TensorBoard.</summary>
    public const string TensorBoard = "tensorboard";

    /// <summary>Grids of samples.</summary>
    public const string Samples = "samples";

    /// <summary>Model folders on the way.</summary>
    public const string Checkpoints = "checkpoints";

    /// <summary>Model folders of the starts that the best one was chosen from.</summary>
    public const string Starts = "starts";

    /// <summary>What an interrupted run resumes from.</summary>
    public const string Snapshots = "snapshots";

    /// <summary>The model folder.</summary>
    public const string Model = "model";

    /// <summary>Inputs and outputs that other runtimes are checked against (<see cref="ReferenceTensors"/>).</summary>
    public const string References = "references";

    /// <summary>The network that ML.NET's featurizer runs, at the size of the images, where the trunk began as that (<see cref="FeaturizerTensors"/>).</summary>
    public const string Featurizer = "featurizer.onnx";

    /// <summary>Keeps a second training out.</summary>
    public const string Lock = "run.lock";

    /// <summary>How the model scores, once it is evaluated.</summary>
    public const string Metrics = "metrics.json";
}
