using System.Runtime.InteropServices;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Pipelines.Tests.Packages;

/// <summary>An application that recognizes images with InfoGanMl.Inference, and is trimmed.</summary>
[Collection(nameof(PackedPackages))]
[Trait("Speed", "Slow")]
public sealed class TrimmedAppTests(PackedPackages packages) : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <InvariantGlobalization>true</InvariantGlobalization>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="InfoGanMl.Inference" Version="$(InfoGanMlVersion)" />
            <PackageReference Include="Microsoft.ML.OnnxRuntime" Version="1.31.0" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using System.Text.Json;
        using InfoGanMl.Inference;
        using InfoGanMl.Models;
        using InfoGanMl.Models.Images;

        var model = ModelFolder.Open(args[0]);
        using var recognizer = ImageRecognizer.Open(model);
        var seen = recognizer.Recognize(ImageFormat.ToFloats(File.ReadAllBytes(args[1])));
        Console.WriteLine(string.Join(' ', seen.MostLikelyCategories()));
        Console.WriteLine(string.Join(' ', seen.Means[0]));
        Console.WriteLine(model.Manifest);
        Console.WriteLine($"reflection: {JsonSerializer.IsReflectionEnabledByDefault}");
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Compiling ahead of time would need a C compiler; its analyzer is on where the libraries are built.</summary>
    [Fact]
    public async Task Trimmed_it_gives_the_same_answers_without_a_warning_and_without_reflection()
    {
        _folder.Write("app/Scorer.csproj", Project);
        _folder.Write("app/Program.cs", Program);
        var digits = _folder.Write("digits", (await Digits.TestImagesAsync(20)).Pixels);
        string[] arguments = [PretrainedModel.Mnist.FolderPath, digits];

        ExecutableProcess.DotNet(
            ["build", _folder["app"], "-c", "Release", "-o", _folder["built"]],
            packages.Properties
        );
        var expected = ExecutableProcess.Run(_folder["built/Scorer.dll"], arguments);
        string[] trimmed = ["-p:PublishTrimmed=true", $"-p:RuntimeIdentifier={RuntimeInformation.RuntimeIdentifier}"];
        packages.Cache(_folder["app/Scorer.csproj"], trimmed);
        ExecutableProcess.DotNet(
            ["publish", _folder["app"], "-c", "Release", "--self-contained", "-o", _folder["published"]],
            [.. packages.Properties, .. trimmed]
        );
        var found = ExecutableProcess.RunProgram(_folder["published/Scorer"], arguments);

        Assert.True(expected.ExitCode == 0, expected.Error);
        Assert.True(found.ExitCode == 0, found.Error);
        Assert.EndsWith("reflection: True", expected.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(expected.Output.Replace("True", "False", StringComparison.Ordinal), found.Output);
    }
}
