using System.Xml.Linq;
using InfoGanMl.Testing;

namespace InfoGanMl.Conventions.Tests;

/// <summary>The architecture of the README, read off the project files.</summary>
public class DependencyRulesTests
{
    /// <summary>What the projects of each folder may reference: folders of this repository, and packages.</summary>
    private static readonly Dictionary<string, (string[] Folders, string[] Packages)> Rules = new()
    {
        ["models"] = (["models"], []),
        ["training"] = (["training", "models"], ["TorchSharp", "Google.Protobuf", "Grpc.Tools"]),
        ["inference"] = (["inference", "models"], ["Microsoft.ML.OnnxRuntime.Managed"]),
        ["pipelines"] = (
            ["pipelines", "inference", "models"],
            ["Microsoft.ML", "Microsoft.ML.OnnxTransformer", "Microsoft.ML.ImageAnalytics"]
        ),
    };

    /// <summary>An application that uses the packed packages, and nothing else of this repository.</summary>
    private const string Sample = "InfoGanMl.Sample.csproj";

    /// <summary>Command lines, help, errors, exit codes and progress.</summary>
    private const string Shell = "InfoGanMl.CommandLine.csproj";

    private const string Recipes = "InfoGanMl.Recipes.csproj";

    /// <summary>
    /// What single projects need on top. Nothing but the shell of the programs knows command lines and progress bars, and only
    /// data sets are downloaded by other programs. Linear algebra for metrics is small and managed, and stays out of
    /// InfoGanMl.Pipelines, which apps install; so are the templates of the report, and the reader of lists of pictures. Pictures
    /// are decoded by the library that ML.NET brings, without ML.NET.
    /// </summary>
    private static readonly Dictionary<string, string[]> ProjectPackages = new()
    {
        ["InfoGanMl.CommandLine.csproj"] = ["System.CommandLine", "Spectre.Console"],
        ["InfoGanMl.Datasets.csproj"] = ["CliWrap"],
        ["InfoGanMl.Evaluation.csproj"] = ["MathNet.Numerics", "Sep"],
        ["InfoGanMl.Report.csproj"] = ["Handlebars.Net"],
        ["InfoGanMl.Preparation.csproj"] = ["Sep"],
        ["InfoGanMl.Pictures.csproj"] = ["SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies"],
        [Sample] = ["InfoGanMl.Pipelines", "Microsoft.ML.OnnxRuntime", "Microsoft.ML.OnnxRuntime.Gpu"],
    };

    public static TheoryData<string> Projects =>
        [.. Rules.Keys.SelectMany(FindProjects).Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_folder_may(string project)
    {
        var (folders, packages) = Rules[project.Split(Path.DirectorySeparatorChar)[0]];
        string[] allowed = [.. packages, .. ProjectPackages.GetValueOrDefault(Path.GetFileName(project), [])];

        Assert.Subset(folders.ToHashSet(), ReferencedFolders(project).ToHashSet());
        Assert.Subset(allowed.ToHashSet(), References(project, "PackageReference").ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_programs_and_their_tests_know_the_shell(string project)
    {
        var usesShell = References(project, "ProjectReference")
            .Any(path => path.EndsWith(Shell, StringComparison.Ordinal));

        Assert.True(IsExecutable(project) || !usesShell, $"{project} references {Shell}");
    }

    /// <summary>Readers of a model folder take its recipe as it is: a new knob of the training must not concern them.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_trainings_know_recipes(string project)
    {
        var knows = References(project, "ProjectReference")
            .Any(path => path.EndsWith(Recipes, StringComparison.Ordinal));

        Assert.True(
            project.StartsWith("training", StringComparison.Ordinal) || !knows,
            $"{project} references {Recipes}"
        );
    }

    [Fact]
    public void Recipes_are_not_published() =>
        Assert.Empty(Load(Path.Combine("models", "InfoGanMl.Recipes", Recipes)).Descendants("IsPackable"));

    [Fact]
    public void What_apps_install_beneath_everything_needs_nothing() =>
        Assert.Empty(
            References(Path.Combine("models", "InfoGanMl.Models", "InfoGanMl.Models.csproj"), "PackageReference")
        );

    [Theory]
    [MemberData(nameof(Projects))]
    public void Only_executables_choose_native_backends(string project)
    {
        Assert.True(IsExecutable(project) || !Load(project).Descendants("Import").Any(), $"{project} imports targets");
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "InfoGanMl.sln"));

        Assert.All(
            Rules.Keys.Append("tests").SelectMany(FindProjects).Where(project => Path.GetFileName(project) != Sample),
            project => Assert.Contains(Path.GetFileName(project), solution, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_sample_references_no_project()
    {
        Assert.Empty(References(Path.Combine("pipelines", "InfoGanMl.Sample", Sample), "ProjectReference"));
    }

    [Fact]
    public void The_top_level_folders_are_the_stages_and_nothing_else()
    {
        string[] ignored = ["artifacts", "runs", "TestResults"]; // as in .gitignore
        var folders = Directory.EnumerateDirectories(Repository.Root).Select(path => Path.GetFileName(path)!);

        Assert.Equal(
            ["inference", "models", "pipelines", "tests", "training"],
            folders.Where(name => name[0] != '.').Except(ignored).Order(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> FindProjects(string folder) =>
        Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, folder))
            .SelectMany(project => Directory.EnumerateFiles(project, "*.csproj"));

    private static XDocument Load(string project) => XDocument.Load(Path.Combine(Repository.Root, project));

    private static bool IsExecutable(string project) =>
        Load(project).Descendants("OutputType").Any(e => e.Value == "Exe");

    private static IEnumerable<string> References(string project, string kind) =>
        Load(project).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value);

    private static IEnumerable<string> ReferencedFolders(string project)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, project))!;
        return References(project, "ProjectReference")
            .Select(reference => Path.GetRelativePath(Repository.Root, Path.Combine(folder, reference)))
            .Select(path => path.Split('/', '\\')[0]);
    }
}
