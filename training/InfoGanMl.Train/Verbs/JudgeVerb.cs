using System.CommandLine;
using System.CommandLine.Parsing;
using InfoGanMl.CommandLine;
using InfoGanMl.CommandLine.Options;
using InfoGanMl.Datasets;
using InfoGanMl.Train.Plans;
using InfoGanMl.Training.Judging;

namespace InfoGanMl.Train.Verbs;

/// <summary>A judge of generated images.</summary>
internal sealed class JudgeVerb()
    : Verb("judge", "Trains a judge of generated images from real, labeled ones and exports it to ONNX.")
{
    private readonly Option<int?> _epochs = OptionKinds.Whole(
        "--epochs",
        "Passes over the training images; 6 by default, more for images whose classes are hard to tell.",
        "N"
    );

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options =>
        [
            SharedOptions.Dataset,
            SharedOptions.Data,
            .. PictureOptions.All,
            SharedOptions.Seed,
            _epochs,
            SharedOptions.Output,
            .. LibTorchOptions.All,
            PlanOptions.DryRun,
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    ["--dataset=fashion-mnist", "--data=runs/data/photos-1f3c22aa --seed=3 --epochs=20 --output=judge.onnx"];

    /// <inheritdoc/>
    public override string WhenStopped => "no judge was written";

    /// <inheritdoc/>
    public override IEnumerable<string> FindMistakes(CommandResult given) => PlanOptions.FindMistakes(given);

    /// <inheritdoc/>
    public override async Task RunAsync(ParseResult given, ProgramConsole console, CancellationToken stop)
    {
        var name = given.GetValue(SharedOptions.Dataset) ?? KnownDatasets.Mnist.Name;
        var seed = given.GetValue(SharedOptions.Seed) ?? SharedOptions.DefaultSeed;
        var output = Path.GetFullPath(
            given.GetValue(SharedOptions.Output) ?? RunsFolder.Of($"judge-{name}-seed-{seed}.onnx")
        );
        if (given.GetValue(PlanOptions.DryRun))
        {
            PlanOptions.Print(console, TrainingPlan.Judge(given, output, PlannedCommand.Written(given, _epochs)));
            return;
        }

        LibTorchOptions.Load(given);
        var data = await console.ShowAsync(progress =>
            KnownDatasets.OpenAsync(name, given.GetValue(SharedOptions.Data), progress, stop)
        );
        var recipe = JudgeOptions.For(data.Name);
        var options = recipe with { Seed = seed, Epochs = given.GetValue(_epochs) ?? recipe.Epochs };
        var lines = new TrainingLines(console);
        lines.PrintOptions(options, data, output);
        var training = new JudgeTraining(options, data);
        var score = await console.ShowAsync(progress => training.Run(output, new JudgeDisplay(progress), stop));
        lines.PrintScore(score, output);
    }
}
