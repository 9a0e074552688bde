using InfoGanMl.Testing;

namespace InfoGanMl.Pipelines.Tests.Packages;

/// <summary>An application that has SkiaSharp 3, on which ML.NET fails at the first picture.</summary>
[Collection(nameof(PackedPackages))]
[Trait("Speed", "Slow")]
public sealed class SkiaSharpTests(PackedPackages packages) : IDisposable
{
    private const string Bounds = "SkiaSharp (>= 2.88.9 && < 3.0.0)";

    private const string Skia = """<PackageReference Include="SkiaSharp" Version="3.119.4" />""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_restore_warns_where_the_application_references_it()
    {
        var result = Restore(Skia);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("warning NU1608", result.Output, StringComparison.Ordinal);
        Assert.Contains($"requires {Bounds} but version SkiaSharp 3.119.4", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_restore_fails_where_something_else_brings_it()
    {
        _folder.Write("library/Library.csproj", ProjectWith(Skia));

        var result = Restore("""<ProjectReference Include="../library/Library.csproj" />""");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("error NU1107", result.Output, StringComparison.Ordinal);
        Assert.Contains(Bounds, result.Output, StringComparison.Ordinal);
    }

    private ProcessResult Restore(string other)
    {
        var ours = """<PackageReference Include="InfoGanMl.Pipelines" Version="$(InfoGanMlVersion)" />""";
        var app = _folder.Write("app/App.csproj", ProjectWith(ours + other));
        packages.Cache(_folder.Write("skia/Skia.csproj", ProjectWith(Skia)));
        return ExecutableProcess.TryDotNet(["restore", app], packages.Properties);
    }

    private static string ProjectWith(string references) =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """;
}
