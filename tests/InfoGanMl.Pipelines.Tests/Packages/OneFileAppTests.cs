using System.Xml.Linq;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Pipelines.Tests.Packages;

/// <summary>The first lines of C# in README.md as a file that <c>dotnet run app.cs</c> starts.</summary>
[Collection(nameof(PackedPackages))]
[Trait("Speed", "Slow")]
public sealed class OneFileAppTests(PackedPackages packages) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task With_the_property_that_README_names_it_runs_and_saves_a_model()
    {
        var readme = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "README.md"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("`#:property PublishAot=false`", readme, StringComparison.Ordinal);
        var labeled = await Digits.LabeledAsync(10);
        _folder.WritePictures(labeled, i => $"labeled/{labeled.Labels[i]}/{i}.png");
        _folder.WritePictures(await Digits.TestImagesAsync(5), i => $"my-pictures/{i}.png");
        foreach (var file in Directory.GetFiles(PretrainedModel.Mnist.FolderPath))
        {
            _folder.Write($"models/pretrained/mnist/{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }

        var result = Run("#:property PublishAot=false\n", readme.Split("```csharp\n")[1].Split("```")[0]);

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.True(File.Exists(_folder["digits.zip"]));
    }

    [Fact]
    public void Without_it_the_build_says_what_to_write()
    {
        var result = Run("", "new Microsoft.ML.MLContext();");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("error INFOGANML001", result.Output + result.Error, StringComparison.Ordinal);
        Assert.Contains(
            "Write '#:property PublishAot=false' at the top",
            result.Output + result.Error,
            StringComparison.Ordinal
        );
    }

    private ProcessResult Run(string properties, string code)
    {
        var settings = new XElement(
            "PropertyGroup",
            packages.Settings.Select(setting => new XElement(setting.Key, setting.Value))
        );
        new XDocument(new XElement("Project", settings)).Save(_folder["Directory.Build.props"]);
        _folder.Write(
            "app.cs",
            $"""
            #:package InfoGanMl.Pipelines@{PackedPackages.Version}
            #:package Microsoft.ML.OnnxRuntime@1.31.0
            {properties}{code}
            """
        );
        return ExecutableProcess.DotNetRun(_folder.Path, "app.cs");
    }
}
