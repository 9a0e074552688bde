// dotnet cake --target=NAME: the one place that ties the projects together. Each target runs executables of this
// repository; nothing is computed here.
#load "tests/browser.cake"

// What becomes of pictures, where --data is a folder of them.
string[] pictureOptions = ["size", "color", "resize", "max-broken"];

// What each target takes; anything else is refused, as a mistyped argument must not silently train something else.
var targets = new Dictionary<string, (string Description, string[] Arguments)>
{
    ["Help"] = ("Explain the targets and arguments (default).", []),
    ["Data"] = ("Download and check a data set, or check your own pictures or IDX files.", ["dataset", "data", .. pictureOptions]),
    ["Prepare"] = (
        "Make a data set of pictures; targets that take --data=PICTURES do it by themselves.",
        ["data", "output", .. pictureOptions]
    ),
    ["Train"] = (
        "Train an InfoGAN, export G and Q to ONNX, check and score the files; or go on with a run that was interrupted.",
        [
            "preset", "categories", "continuous", "mirror", "rotation", "seed", "device", "data",
            .. pictureOptions, "output", "snapshot-every", "resume", "accelerator",
        ]
    ),
    ["TrainJudge"] = (
        "Train a judge of generated images from labeled ones and export it to ONNX.",
        ["dataset", "data", .. pictureOptions, "seed", "output", "accelerator"]
    ),
    ["Reproduce"] = (
        "Train and score every preset of the table over its seeds, and write the table; goes on where it was stopped.",
        ["preset", "device", "output", "earlier", "accelerator"]
    ),
    ["Ablate"] = (
        "The same for presets mnist-short and fashion-short without each ingredient, to see what each is worth.",
        ["preset", "ingredient", "device", "output", "earlier", "accelerator"]
    ),
    ["Evaluate"] = (
        "Score a model folder, or compare several, and write report.html and metrics.json.",
        ["model", "device", "data", .. pictureOptions, "judge", "label-efficiency", "output", "accelerator"]
    ),
    ["Bench"] = (
        "Measure the training step, beside eager PyTorch where python3-torch is installed, and recognition in ML.NET.",
        ["model", "device", "output", "accelerator"]
    ),
    ["Stress"] = (
        "Score images on 16 threads through one loaded model for a minute; fails when an answer changes or memory grows.",
        ["model", "seconds", "accelerator"]
    ),
    ["StressTraining"] = (
        "Kill trainings at random moments, fill their disk and lock their folder (as root), let them go on, compare the ends.",
        ["kills", "full-disks", "read-only", "minutes", "seed", "accelerator"]
    ),
    ["Fuzz"] = (
        "Feed mutated files to every reader of files; fails when one ends in anything but acceptance or a clear refusal.",
        ["format", "inputs", "seed", "output", "accelerator"]
    ),
    ["Test"] = ("Check the formatting, build everything, run every test.", ["accelerator"]),
    ["Pack"] = ("Make the NuGet packages in artifacts/packages.", ["accelerator"]),
    ["Clean"] = ("Delete build outputs; runs/ stays.", []),
};
var descriptions = new Dictionary<string, string>
{
    ["preset"] = "Recipe: mnist (default), fashion, dsprites, mnist-paper, mnist-short, fashion-short, smoke; with --data, pictures (default for those), svhn-paper, celeba-paper, faces-paper, chairs-paper, too; or a JSON file as models/preset.schema.json describes it. Reproduce and Ablate: some of theirs, as in mnist,fashion; all by default.",
    ["categories"] = "Number of categories instead of the preset's; of each categorical code, where there are several: 10,5.",
    ["continuous"] = "Number of continuous codes instead of the preset's.",
    ["mirror"] = "true where the mirror image of a thing is the same thing; false by default.",
    ["rotation"] = "Degrees by which a thing can be turned and be the same, instead of the preset's: 0 to 180.",
    ["seed"] = "Seed of the training, of the moments that StressTraining picks, or of what Fuzz changes; 1 by default.",
    ["device"] = "auto (default), cpu or cuda.",
    ["dataset"] = "Data set, mnist (default) or fashion-mnist.",
    ["data"] = "Folder of pictures, or .csv file that lists some (README), or folder with the four IDX files, labels optional; the preset's data set is downloaded when left out.",
    ["size"] = "Pictures: height and width of the images, 28, 32 (default) or 64.",
    ["color"] = "Pictures: auto (default; RGB when any has color), gray or rgb.",
    ["resize"] = "Pictures: crop (default; the largest square in the middle), fit (stretched) or letterbox (black bars).",
    ["max-broken"] = "Pictures: how many broken ones may be left out, each of them listed; 0 by default.",
    ["output"] = "New folder for the results; runs/PRESET-seed-SEED, runs/evaluation, runs/comparison ... by default. Prepare: runs/data/NAME-HASH by default. TrainJudge: ONNX file, runs/judge-DATASET-seed-SEED.onnx by default.",
    ["ingredient"] = "What to take away, for instance balance,cool-down; every ingredient by default.",
    ["resume"] = "Folder of a run to go on with, as it began: with its preset, seed, device and data.",
    ["snapshot-every"] = "Seconds between two snapshots, which an interrupted run goes on from; 50 by default.",
    ["earlier"] = "JSON file of an earlier table, whose other runs are kept.",
    ["seconds"] = "How long; 60 by default.",
    ["kills"] = "How often trainings are killed; 100 by default.",
    ["full-disks"] = "How often their disk, a small one in memory, is full; 30 by default.",
    ["read-only"] = "How often their folder becomes read-only; 30 by default.",
    ["format"] = "What is mutated, for instance png; every format by default, and a wrong name lists them.",
    ["inputs"] = "How many files of each format; 100,000 by default.",
    ["minutes"] = "How long to train preset mnist-paper and watch the memory; 0 by default.",
    ["model"] = "Model folder to evaluate, several to compare them, or, Bench and Stress, whose Q recognizes; models/pretrained/mnist by default.",
    ["judge"] = "ONNX file of a judge of the images, from TrainJudge; the one that is shipped for the data set by default.",
    ["label-efficiency"] = "Measure how many labels classifiers need, with Q and without, too: 84 more trainings for MNIST.",
    ["accelerator"] = "cpu (default) or cuda: which libtorch and ONNX Runtime to build with.",
};

var target = Argument("target", "Help");
if (!targets.ContainsKey(target))
{
    throw new CakeException($"Unknown target '{target}'; expected one of: {string.Join(", ", targets.Keys)}.");
}

var refused = Context.Arguments.GetArguments().Keys.Except(["target", "verbosity", .. targets[target].Arguments]);
if (refused.Any())
{
    throw new CakeException(
        $"Target {target} does not take {string.Join(", ", refused.Select(name => $"--{name}"))}; expected "
            + string.Join(", ", targets[target].Arguments.Select(name => $"--{name}").DefaultIfEmpty("no arguments"))
            + "."
    );
}

var accelerator = Argument("accelerator", "cpu");
if (accelerator is not ("cpu" or "cuda"))
{
    throw new CakeException($"--accelerator is '{accelerator}'; expected cpu or cuda.");
}

// Ctrl+C reaches the executables too: they write what they have and end, and this script waits for them.
Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;

Task("Help").Does(() =>
{
    Console.WriteLine("dotnet cake --target=NAME [--argument=VALUE ...]\n");
    foreach (var (name, (description, arguments)) in targets)
    {
        Console.WriteLine($"  {name,-10} {description}");
        Console.WriteLine($"  {"",-10} {string.Join(' ', arguments.Select(argument => $"--{argument}"))}");
    }

    Console.WriteLine();
    foreach (var (name, description) in descriptions)
    {
        Console.WriteLine($"  --{name,-12} {description}");
    }
});

Task("Data").Does(() => Execute("models/InfoGanMl.Download", [.. Given("dataset"), .. OwnData()]));

Task("Prepare").Does(() => PreparePictures(Argument<string>("data")));

Task("Train").Does(() =>
{
    var preset = Argument("preset", HoldsPictures(Argument<string>("data", null)) ? "pictures" : "mnist");
    var name = System.IO.Path.GetFileNameWithoutExtension(preset); // which may be a file
    var newRun = NewRun($"runs/{name}-seed-{Argument("seed", "1")}");
    var folder = HasArgument("resume") ? Argument<string>("resume") : Argument("output", newRun);
    var output = MakeAbsolute(Directory(folder)).FullPath;
    IEnumerable<(string, string)> recipe = HasArgument("resume") ? Given("preset") : [("preset", preset)];
    var given = Given("categories", "continuous", "mirror", "rotation", "seed", "device", "snapshot-every");
    TrainAndScore(output, [.. recipe, .. given, .. OwnData()], HasArgument("resume"));
    Information($"\nThe model is in {output}/model: README.md is its card, preview.png shows what it draws.");
    Information($"Next: open {output}/report.html, run `tensorboard --logdir {output}/tensorboard`, or load the folder in ML.NET (README).");
});

Task("TrainJudge").Does(() =>
{
    var output = Argument("output", $"runs/judge-{Argument("dataset", "mnist")}-seed-{Argument("seed", "1")}.onnx");
    Execute("training/InfoGanMl.TrainJudge", [.. Given("dataset", "seed"), .. OwnData(), ("output", output)]);
});

// The seeds that are reported for each preset, none picked.
var reproduced = new Dictionary<string, int> { ["mnist"] = 5, ["fashion"] = 3, ["mnist-paper"] = 3 };

Task("Reproduce").Does(() =>
{
    var presets = SomeOf("preset", reproduced.Keys);
    ReproduceAll("runs/reproduction", presets.Select(preset => (preset, reproduced[preset])));
});

// What is taken away from which preset, as InfoGanMl.Models.Ablations names it.
var ablated = new Dictionary<string, string[]>
{
    ["mnist-short"] =
    [
        "real-pairs", "head-start", "balance", "consistency", "following", "thickness", "strokes", "code-weights",
        "fast-discriminator", "uniform-weights", "cool-down", "real-statistics",
    ],
    ["fashion-short"] = ["starts", "uniform-weights", "balance", "pair-weight", "consistency", "dimming", "stretch"],
};

Task("Ablate").Does(() =>
{
    var ingredients = SomeOf("ingredient", ablated.Values.SelectMany(names => names).Distinct());
    var presets =
        from preset in SomeOf("preset", ablated.Keys)
        let removed = ablated[preset].Intersect(ingredients)
        where removed.Any() // a preset that nothing is taken away from is compared with nothing
        from name in removed.Select(ingredient => $"{preset}-without-{ingredient}").Prepend(preset)
        select name;
    ReproduceAll("runs/ablation", presets.Select(preset => (preset, 3)), ("ablation", null));
});

Task("Evaluate").Does(() =>
{
    var models = HasArgument("model") ? Arguments<string>("model") : ["models/pretrained/mnist"];
    var output = Argument("output", NewRun(models.Count == 1 ? "runs/evaluation" : "runs/comparison"));
    Execute(
        "pipelines/InfoGanMl.Evaluate",
        [
            .. Given("device", "judge", "label-efficiency"),
            .. OwnData(),
            .. models.Select(model => ("model", model)),
            ("output", output),
        ]
    );
});

Task("Bench").Does(() => Execute("tests/InfoGanMl.Benchmarks", Given("model", "device", "output")));

Task("Stress").Does(() => Execute("tests/InfoGanMl.Stress", Given("model", "seconds")));

Task("StressTraining").Does(() =>
    Execute("tests/InfoGanMl.CrashStress", Given("kills", "full-disks", "read-only", "minutes", "seed")));

Task("Fuzz").Does(() => Execute("tests/InfoGanMl.Fuzz", Given("format", "inputs", "seed", "output")));

Task("Test").Does(() =>
{
    ProvideBrowser(); // or fail, before the minutes that all else takes
    Run("csharpier", "check", ".");
    DotNetBuild("InfoGanMl.sln", new DotNetBuildSettings
    {
        MSBuildSettings = Accelerated().WithProperty("LockedRestore", "true"),
        Configuration = "Release",
    });
    // One after the other: trainings in the tests would otherwise fight for the cores.
    Run("test", "--solution", "InfoGanMl.sln", "--configuration", "Release", "--no-build", "--max-parallel-test-modules", "1",
        "--results-directory", "artifacts/test-results");
});

Task("Pack").Does(() =>
{
    // Compiled anew, as a continuous integration build would: other builds name the folders of this machine.
    CleanDirectories("{models,inference,pipelines}/*/obj/Release");
    DotNetPack("InfoGanMl.sln", new DotNetPackSettings
    {
        Configuration = "Release",
        OutputDirectory = "artifacts/packages",
        MSBuildSettings = Accelerated().WithProperty("ContinuousIntegrationBuild", "true"),
    });
});

Task("Clean").Does(() =>
{
    CleanDirectories("{models,training,inference,pipelines,tests}/*/{bin,obj}");
    CleanDirectory("artifacts");
});

RunTarget(target);

DotNetMSBuildSettings Accelerated() => new DotNetMSBuildSettings().WithProperty("Accelerator", accelerator);

void Build(string project) =>
    DotNetBuild(project, new DotNetBuildSettings
    {
        Configuration = "Release",
        MSBuildSettings = Accelerated(),
        Verbosity = DotNetVerbosity.Quiet,
        NoLogo = true,
    });

/// Every run that has not been scored yet, then the table over all of them, with options for that table.
void ReproduceAll(
    string defaultOutput,
    IEnumerable<(string Preset, int Seeds)> presets,
    params (string, string)[] table)
{
    var output = MakeAbsolute(Directory(Argument("output", defaultOutput))).FullPath;
    foreach (var (preset, seed) in presets.SelectMany(p => Enumerable.Range(1, p.Seeds).Select(seed => (p.Preset, seed))))
    {
        var run = $"{output}/{preset}-seed-{seed}";
        if (FileExists($"{run}/metrics.json"))
        {
            continue;
        }

        // A run that was stopped before it was scored goes on with the options that it began with.
        var begun = FileExists($"{run}/options.json");
        TrainAndScore(run, begun ? [] : [.. Given("device"), ("preset", preset), ("seed", $"{seed}")], begun);
    }

    Execute("pipelines/InfoGanMl.Summarize", [("runs", output), ("output", output), .. Given("earlier"), .. table]);
}

/// A training, new or gone on with, and the evaluation of its model into the same folder.
void TrainAndScore(string output, IEnumerable<(string, string)> training, bool resume)
{
    // Built before the training, so that nothing can fail to compile after it.
    Build("pipelines/InfoGanMl.Evaluate");
    Execute("training/InfoGanMl.Train", training.Append((resume ? "resume" : "output", output)));
    Execute(
        "pipelines/InfoGanMl.Evaluate",
        [
            .. Given("device"),
            .. DataOf(output),
            ("model", $"{output}/model"),
            ("output", output),
            ("update-card", null),
        ]
    );
}

/// The user's own data, if there are any: a folder of IDX files, which pictures are made into first.
IEnumerable<(string, string)> OwnData()
{
    var data = Argument<string>("data", null);
    return HoldsPictures(data) ? [("data", PreparePictures(data))]
        : pictureOptions.FirstOrDefault(HasArgument) is { } surplus ? throw new CakeException(
            $"--{surplus} is for pictures; expected --data to be a folder of them or a .csv file that lists some.")
        : Given("data");
}

/// Whether these are pictures, or a list of some, rather than IDX files.
bool HoldsPictures(string data) =>
    data is not null
    && (data.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
        || DirectoryExists(data) && !System.IO.Directory.EnumerateFiles(data, "*idx?-ubyte*").Any());

/// Makes IDX files of pictures, unless that was done before, and returns their folder.
string PreparePictures(string data)
{
    var path = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(data));
    // Not --max-broken: it changes nothing in what is made.
    var made = string.Join('\n', pictureOptions[..3].Select(option => Argument(option, "")).Prepend(path));
    var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(made)));
    var name = $"{System.IO.Path.GetFileNameWithoutExtension(path)}-{hash[..8]}";
    // --output is where the other targets write what they make of the images.
    var output = target == "Prepare" ? Argument("output", $"runs/data/{name}") : $"runs/data/{name}";
    Execute("pipelines/InfoGanMl.Prepare", [("data", path), ("output", output), .. Given(pictureOptions)]);
    return MakeAbsolute(Directory(output)).FullPath;
}

/// The folder that a run took its images from, when it was one of the user's.
IEnumerable<(string, string)> DataOf(string run)
{
    using var conditions = System.Text.Json.JsonDocument.Parse(System.IO.File.ReadAllText($"{run}/conditions.json"));
    var data = conditions.RootElement.GetProperty("data").GetString();
    return data is null ? [] : [("data", data)];
}

/// Builds an executable of this repository and runs it; a failure of either ends the target.
void Execute(string project, IEnumerable<(string Name, string Value)> options)
{
    Build(project);
    var dll = GetFiles($"{project}/bin/Release/*/{System.IO.Path.GetFileName(project)}.dll").Single();
    var arguments = new ProcessArgumentBuilder().AppendQuoted(dll.FullPath);
    foreach (var (name, value) in options)
    {
        arguments.Append($"--{name}");
        if (value is not null)
        {
            arguments.AppendQuoted(value);
        }
    }

    Start(arguments, System.IO.Path.GetFileName(project));
}

void Run(params string[] command)
{
    var arguments = new ProcessArgumentBuilder();
    foreach (var argument in command)
    {
        arguments.AppendQuoted(argument);
    }

    Start(arguments, $"dotnet {command[0]}");
}

void Start(ProcessArgumentBuilder arguments, string name)
{
    var exitCode = StartProcess("dotnet", new ProcessSettings { Arguments = arguments });
    if (exitCode != 0)
    {
        throw new CakeException(exitCode, $"{name} failed with exit code {exitCode}.");
    }
}

/// The arguments of this call among the given names, to be passed on.
IEnumerable<(string Name, string Value)> Given(params string[] names) =>
    names.Where(name => HasArgument(name)).Select(name => (name, Argument<string>(name)));

/// The names that an argument lists, all of them when it is left out.
string[] SomeOf(string argument, IEnumerable<string> names)
{
    var given = Argument(argument, string.Join(',', names)).Split(',');
    return given.Except(names).Any()
        ? throw new CakeException($"--{argument} is '{string.Join(',', given)}'; expected some of {string.Join(',', names)}.")
        : given;
}

/// The folder, or the first of its numbered siblings that does not exist yet.
string NewRun(string folder) =>
    Enumerable.Range(1, int.MaxValue)
        .Select(number => number == 1 ? folder : $"{folder}-{number}")
        .First(path => !DirectoryExists(path));
