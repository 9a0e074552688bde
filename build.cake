// dotnet cake --target=NAME: the one place that ties the projects together. Each target runs programs of this repository
// and hands its arguments through to them; nothing is computed here, and no option is known but those below.
#load "tests/test.cake"

var target = Argument("target", "Help");
var accelerator = Argument("accelerator", "cpu");
if (accelerator is not ("cpu" or "cuda"))
{
    throw new CakeException($"--accelerator is '{accelerator}'; expected cpu or cuda: which libtorch and ONNX Runtime to build with.");
}

// Folder of an installed PyTorch whose libtorch is used instead of the packages.
var libTorch = HasArgument("libtorch") ? System.IO.Path.GetFullPath(Argument<string>("libtorch")) : "";
string[] given =
[
    .. from argument in Context.Arguments.GetArguments()
       where !new[] { "target", "accelerator", "libtorch", "verbosity" }.Contains(argument.Key)
       from value in argument.Value
       select string.IsNullOrEmpty(value) ? $"--{argument.Key}" : $"--{argument.Key}={value}",
];

// Ctrl+C reaches the programs too: they write what they have and end, and this script waits for them.
Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;

const string Tool = "pipelines/InfoGanMl.Tool", Train = "training/InfoGanMl.Train";
var projects = new Dictionary<string, string> { ["infogan"] = Tool, ["infogan-train"] = Train };
var built = new HashSet<string>();

Target("Help", "Explain the targets (default).").Does(() =>
{
    Takes();
    Console.WriteLine("dotnet cake --target=NAME [--option=VALUE ...] [--accelerator=cuda] [--libtorch=DIR]\n");
    Tasks.ToList().ForEach(task => Console.WriteLine($"  {task.Name,-15} {task.Description}"));
    Console.WriteLine("\nThe programs explain the options of their targets: dotnet cake --target=NAME --options");
});

Target("Data", "Download and check a data set, or check your own images.").Does(() => Run(Tool, "data"));
Target("Prepare", "Make a data set of pictures; targets that take --data=PICTURES do it by themselves.").Does(() => Run(Tool, "prepare"));
Target("Train", "Train an InfoGAN, export it to ONNX and score the files; or go on with a run.").Does(() => RunPlan("train", "--dry-run"));
Target("TrainJudge", "Train a judge of generated images, export it to ONNX.").Does(() => RunPlan("judge", "--dry-run"));
Target("Reproduce", "Train and score every preset of the table over its seeds, and write the table; goes on where it was stopped.")
    .Does(() => RunPlan("runs", "--of=reproduction"));
Target("Ablate", "The same for short presets without one ingredient each, to see what each is worth.")
    .Does(() => RunPlan("runs", "--of=ablation"));
Target("Evaluate", "Score a model folder (the shipped one by default), or compare several, and write a report.")
    .Does(() => Run(Tool, HasArgument("model") || HasArgument("run") ? ["evaluate"] : ["evaluate", "--model=models/pretrained/mnist"]));

Target("Bench", "Measure the training step, beside PyTorch where it is installed, and recognition.").Does(() => Run("tests/InfoGanMl.Benchmarks"));
Target("CheckGpu", "Compare trainings on this machine's GPU with its CPU; exit code 3 where there is no GPU.").Does(() => Run("tests/InfoGanMl.GpuCheck"));
Target("Stress", "Score images on 16 threads through one model for a minute.").Does(() => Run("tests/InfoGanMl.Stress"));
Target("StressTraining", "Kill trainings, fill their disk, lock their folder (as root), let them go on, compare the ends.")
    .Does(() => Run("tests/InfoGanMl.CrashStress"));
Target("Fuzz", "Feed mutated files to every reader of files.").Does(() => Run("tests/InfoGanMl.Fuzz"));

Target("Test", "Check the formatting, build everything, run every test; --fast: no slow ones; --project=NAME: tests/InfoGanMl.NAME.Tests.").Does(() =>
{
    Takes("fast", "project");
    RunTests(Argument("project", ""), HasArgument("fast"));
});

Target("Pack", "Make the NuGet packages in artifacts/packages.").Does(() =>
{
    Takes();
    // Compiled anew, as a continuous integration build would: other builds name the folders of this machine.
    CleanDirectories("{models,inference,pipelines}/*/obj/Release");
    DotNetPack("InfoGanMl.sln", new DotNetPackSettings
    {
        Configuration = "Release",
        OutputDirectory = "artifacts/packages",
        MSBuildSettings = BuildSettings().WithProperty("ContinuousIntegrationBuild", "true"),
    });
});

Target("Clean", "Delete build outputs; runs/ stays.").Does(() =>
{
    Takes();
    CleanDirectories("{models,training,inference,pipelines,tests}/*/{bin,obj}");
    CleanDirectory("artifacts");
});

if (Tasks.All(task => !task.Name.Equals(target, StringComparison.OrdinalIgnoreCase)))
{
    throw new CakeException($"Unknown target '{target}'; expected one of: {string.Join(", ", Tasks.Select(task => task.Name))}.");
}

RunTarget(target);

CakeTaskBuilder Target(string name, string description) => Task(name).Description(description);

/// The same for every build: one with other properties restores anew, and writes files of programs that tests may be starting.
DotNetMSBuildSettings BuildSettings() =>
    new DotNetMSBuildSettings()
        .WithProperty("Accelerator", accelerator).WithProperty("LibTorch", libTorch).WithProperty("LockedRestore", "true");

/// Refuses other arguments of a target that runs none of our programs, which would do so themselves.
void Takes(params string[] names)
{
    var expected = string.Join(", ", names.Append("accelerator").Append("libtorch").Select(name => $"--{name}"));
    if (given.FirstOrDefault(argument => !names.Contains(argument[2..].Split('=')[0])) is { } surplus)
    {
        throw new CakeException($"Target {target} does not take {surplus}; expected nothing but {expected}.");
    }
}

/// A verb of infogan-train says what the commands are, and refuses mistakes before any of them runs. All programs are built
/// first, so that nothing can fail to compile after a long training.
void RunPlan(params string[] verb)
{
    if (HasArgument("options"))
    {
        Run(Train, verb[0]);
        return;
    }

    var plan = Start(Quoted([Built(Train), .. verb, .. given]), isPlan: true).Select(line => line.Split(' ', 2)).ToList();
    plan.ForEach(command => Built(projects[command[0]]));
    plan.ForEach(command => Start(Quoted([Built(projects[command[0]])]).Append(command[1])));
}

/// Builds a program of this repository and runs it; a failure of either ends the target.
void Run(string project, params string[] verb) =>
    Start(Quoted([Built(project), .. verb, .. HasArgument("options") ? ["--help"] : given]));

/// The program of a project, built once.
string Built(string project)
{
    if (built.Add(project))
    {
        DotNetBuild(project, new DotNetBuildSettings
        {
            MSBuildSettings = BuildSettings(), Configuration = "Release", Verbosity = DotNetVerbosity.Quiet, NoLogo = true,
        });
    }

    var name = projects.FirstOrDefault(program => program.Value == project).Key ?? System.IO.Path.GetFileName(project);
    return GetFiles($"{project}/bin/Release/*/{name}.dll").Single().FullPath;
}

ProcessArgumentBuilder Quoted(IEnumerable<string> arguments) =>
    arguments.Aggregate(new ProcessArgumentBuilder(), (all, argument) => all.AppendQuoted(argument));

/// Runs dotnet to its end, and returns what a plan prints; where it fails it has said why, and this script ends as it did.
IEnumerable<string> Start(ProcessArgumentBuilder arguments, bool isPlan = false)
{
    var settings = new ProcessSettings { Arguments = arguments, RedirectStandardOutput = isPlan };
    var exitCode = StartProcess("dotnet", settings, out var lines); // there are none unless they are redirected
    if (exitCode != 0) Environment.Exit(exitCode);
    return lines;
}
