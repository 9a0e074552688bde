using System.CommandLine;
using System.CommandLine.Parsing;
using InfoGanMl.CommandLine;
using InfoGanMl.CommandLine.Options;
using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Models;
using InfoGanMl.Models.Devices;
using InfoGanMl.Report;

namespace InfoGanMl.Tool.Verbs;

/// <summary>Exported files are scored.</summary>
internal sealed class EvaluateVerb()
    : Verb(
        "evaluate",
        "Scores trained InfoGANs from their exported files, and writes report.html and metrics.json; several are compared."
    )
{
    private readonly Option<string[]> _models = new("--model")
    {
        Description = "Model folder to score; given more than once, the models are compared.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _run = OptionKinds.Text(
        "--run",
        "Folder of a training: its model is scored into it, with the data that it was trained on, and its card is updated.",
        "DIR"
    );

    private readonly Option<string?> _judge = OptionKinds.Text(
        "--judge",
        $"ONNX file of a judge of these images ({ProgramNames.Train} judge); the one that is shipped for the data set by default.",
        "FILE"
    );

    private readonly Option<string?> _featurizer = OptionKinds.Text(
        "--featurizer",
        "ONNX file of ML.NET's featurizer at the size of the images, as trainings with preset photos leave it in their folder; by default "
            + "the one beside the model.",
        "FILE"
    );

    private readonly Option<bool> _labelEfficiency = OptionKinds.Flag(
        "--label-efficiency",
        "Measure how many labels classifiers need, with Q and without, too: 84 more trainings for MNIST."
    );

    private readonly Option<bool> _folders = OptionKinds.Flag(
        "--folders",
        "Pictures: make a folder of links for each category, too, beside sorted.csv, which lists all of them."
    );

    private readonly Option<bool> _updateCard = OptionKinds.Flag(
        "--update-card",
        "Write the scores into the model folder, too."
    );

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options =>
        [
            _models,
            _run,
            SharedOptions.Data,
            .. PictureOptions.All,
            SharedOptions.Output,
            SharedOptions.Device,
            _judge,
            _featurizer,
            _labelEfficiency,
            _folders,
            _updateCard,
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "--model=models/pretrained/mnist",
        "--run=runs/pictures-seed-1 --folders",
        "--model=runs/pictures-seed-1/model --model=runs/pictures-seed-2/model --data=photos",
        "--model=models/pretrained/mnist --label-efficiency --output=runs/labels",
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> FindMistakes(CommandResult given)
    {
        Option[] ofModels = [_models, SharedOptions.Data, SharedOptions.Output, _updateCard];
        var surplus = given.Has(_run) ? ofModels.Where(given.Has).Select(option => option.Name) : [];
        if (!given.Has(_run) && !given.Has(_models))
        {
            yield return "There is no --model; expected a model folder, or --run with the folder of a training.";
        }
        else if (surplus.Any())
        {
            yield return $"--run is given with {string.Join(", ", surplus)}; expected it alone, as a run has its own.";
        }

        foreach (var mistake in PictureOptions.FindSurplus(given))
        {
            yield return mistake;
        }
    }

    /// <inheritdoc/>
    public override async Task RunAsync(ParseResult given, ProgramConsole console, CancellationToken stop)
    {
        var run = given.GetValue(_run) is { } path ? TrainedRun.Open(path) : null;
        string[] paths = run is null ? given.GetValue(_models)! : [run.Model];
        List<ModelFolder> models = [.. paths.Select(ModelFolder.Open)];
        var output = Path.GetFullPath(
            run?.Folder
                ?? given.GetValue(SharedOptions.Output)
                ?? RunsFolder.NewOf(models.Count == 1 ? "evaluation" : "comparison")
        );
        var own = run is null
            ? await ImageSource.FindAsync(given, console, output: null, LikeModel.ImagesOf(models), stop)
            : run.Data;
        var images = await OpenAsync(models[0], own, console, stop);
        var (options, lines) = (OptionsOf(given), new ScoreLines(console));
        lines.PrintOptions(models, images, options);
        var evaluation = new ReportedEvaluation(models, images, options, TimeProvider.System, given.GetValue(_folders));
        var updatesCard = run is not null || given.GetValue(_updateCard);
        var scored = await console.ShowAsync(progress => evaluation.Run(output, updatesCard, progress, stop));
        foreach (var metrics in scored)
        {
            lines.PrintScores(metrics);
        }

        console.WriteLine($"Report {Path.Combine(output, ReportFolder.PageName)}");
    }

    private static Task<ImageDataset> OpenAsync(
        ModelFolder model,
        string? own,
        ProgramConsole console,
        CancellationToken stop
    ) =>
        console.ShowAsync(progress =>
            own is null
                ? KnownDatasets.TrainedOn(model).OpenAsync(progress, stop)
                : IdxFolder.OpenAsync(own, progress, stop)
        );

    private EvaluationOptions OptionsOf(ParseResult given) =>
        new()
        {
            Device = given.GetValue(SharedOptions.Device) ?? Device.Auto,
            JudgeFile = given.GetValue(_judge),
            FeaturizerFile = given.GetValue(_featurizer),
            LabelEfficiency = given.GetValue(_labelEfficiency),
        };
}
