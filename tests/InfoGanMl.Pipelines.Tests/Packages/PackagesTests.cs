using System.IO.Compression;
using System.Xml.Linq;

namespace InfoGanMl.Pipelines.Tests.Packages;

[Collection(nameof(PackedPackages))]
[Trait("Speed", "Slow")]
public sealed class PackagesTests(PackedPackages packages)
{
    public static TheoryData<string> Names => [.. PackedPackages.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_package_says_what_it_is_and_brings_its_documentation(string name)
    {
        using var package = ZipFile.OpenRead(packages[name, "nupkg"]);
        var files = package.Entries.Select(entry => entry.FullName).ToList();

        Assert.All(
            ["README.md", "icon.png", $"lib/net10.0/{name}.dll", $"lib/net10.0/{name}.xml"],
            file => Assert.Contains(file, files)
        );
        Assert.Equal("MIT", Metadata(package, "license").Single().Value);
        Assert.Equal("README.md", Metadata(package, "readme").Single().Value);
        Assert.Equal("icon.png", Metadata(package, "icon").Single().Value);
        Assert.NotEmpty(Metadata(package, "description").Single().Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_symbols_come_in_a_package_of_their_own(string name)
    {
        using var symbols = ZipFile.OpenRead(packages[name, "snupkg"]);

        Assert.Contains($"lib/net10.0/{name}.pdb", symbols.Entries.Select(entry => entry.FullName));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_brings_neither_libtorch_nor_a_choice_of_ONNX_Runtime(string name)
    {
        using var package = ZipFile.OpenRead(packages[name, "nupkg"]);
        var dependencies = Metadata(package, "dependency").Select(dependency => dependency.Attribute("id")!.Value);

        Assert.DoesNotContain(
            dependencies,
            id => id.Contains("torch", StringComparison.OrdinalIgnoreCase) || id == "Microsoft.ML.OnnxRuntime"
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_asks_for_exactly_its_own_version_of_the_others(string name)
    {
        using var package = ZipFile.OpenRead(packages[name, "nupkg"]);
        var others = Metadata(package, "dependency")
            .Where(dependency => dependency.Attribute("id")!.Value.StartsWith("InfoGanMl.", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(name == "InfoGanMl.Models", others.Count == 0);
        Assert.All(others, other => Assert.Equal($"[{PackedPackages.Version}]", other.Attribute("version")!.Value));
    }

    private static IEnumerable<XElement> Metadata(ZipArchive package, string element)
    {
        using var nuspec = package
            .Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal))
            .Open();
        return [.. XDocument.Load(nuspec).Descendants().Where(found => found.Name.LocalName == element)];
    }
}
