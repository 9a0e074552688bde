using InfoGanMl.Conventions.Tests.Namespaces;
using InfoGanMl.Testing;

namespace InfoGanMl.Conventions.Tests;

/// <summary>A reader can take a library from the bottom up: no namespace needs one that needs it.</summary>
public class NamespaceCyclesTests
{
    private static readonly string Sample = $"{typeof(NamespaceCycles).Namespace}.Sample";

    private static readonly string[] Folders = ["models", "training", "inference", "pipelines"];

    /// <summary>Libraries that build on all others.</summary>
    private static readonly string[] Tops =
    [
        "infogan-train",
        "InfoGanMl.Report",
        "InfoGanMl.Preparation",
        "InfoGanMl.CommandLine",
    ];

    public static TheoryData<string> Libraries =>
        [
            .. Folders
                .SelectMany(folder => Directory.EnumerateDirectories(Path.Combine(Repository.Root, folder)))
                .SelectMany(project => Directory.EnumerateFiles(project, "*.csproj"))
                .Where(project => !File.ReadAllText(project).Contains("<OutputType>Exe", StringComparison.Ordinal))
                .Select(project => Path.GetFileNameWithoutExtension(project)),
        ];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void No_library_has_a_cycle_among_its_namespaces(string library)
    {
        var cycles = NamespaceCycles.Find(CompiledReferences.Read(PathOf(library)));

        Assert.True(cycles.Count == 0, $"These namespaces of {library} need each other:\n{string.Join('\n', cycles)}");
    }

    [Fact]
    public void A_cycle_is_found_with_the_types_that_make_it()
    {
        TypeReference[] references =
        [
            new(("Top", "Program"), ("A", "Dog")),
            new(("A", "Dog"), ("B", "Cat")),
            new(("A", "Dog"), ("B", "Cow")),
            new(("B", "Cat"), ("C", "Mouse")),
            new(("C", "Mouse"), ("A", "Flea")),
            new(("C", "Mouse"), ("Bottom", "Cheese")),
        ];

        Assert.Equal(
            ["A -> B: Dog -> Cat, Dog -> Cow", "B -> C: Cat -> Mouse", "C -> A: Mouse -> Flea"],
            NamespaceCycles.Find(references)
        );
    }

    [Fact]
    public void Namespaces_that_build_on_each_other_make_no_cycle()
    {
        TypeReference[] references =
        [
            new(("Top", "Program"), ("A", "Dog")),
            new(("Top", "Program"), ("B", "Cat")),
            new(("A", "Dog"), ("B", "Cat")),
        ];

        Assert.Empty(NamespaceCycles.Find(references));
    }

    [Fact]
    public void Bodies_of_methods_and_signatures_count()
    {
        var references = CompiledReferences.Read(typeof(NamespaceCyclesTests).Assembly.Location);

        Assert.Contains(new(($"{Sample}.Here", "Caller"), ($"{Sample}.There", "Called")), references);
        Assert.Contains(new(($"{Sample}.There", "Called"), ($"{Sample}.Here", "Answer")), references);
    }

    /// <summary>Where the build has put a library: beside one of those that build on all others.</summary>
    private static string PathOf(string library) =>
        Tops.Select(top => ExecutableProcess.MetadataOf(typeof(NamespaceCyclesTests).Assembly, top))
            .Select(top => Path.Combine(Path.GetDirectoryName(top)!, library + ".dll"))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"Found no {library}.dll beside any of {string.Join(", ", Tops)}.");
}
