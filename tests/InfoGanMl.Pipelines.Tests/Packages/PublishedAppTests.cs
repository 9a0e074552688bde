using System.Runtime.InteropServices;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using Microsoft.ML;

namespace InfoGanMl.Pipelines.Tests.Packages;

/// <summary>The sample application as people deploy it.</summary>
[Collection(nameof(PackedPackages))]
[Trait("Speed", "Slow")]
public sealed class PublishedAppTests(PackedPackages packages) : IDisposable
{
    private static readonly string[] SelfContained =
    [
        "-p:SelfContained=true",
        $"-p:RuntimeIdentifier={RuntimeInformation.RuntimeIdentifier}",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task As_a_single_file_it_sorts_pictures_and_saves_a_model_that_loads()
    {
        var (labeled, test) = (await Digits.LabeledAsync(10), await Digits.TestImagesAsync(20));
        _folder.WritePictures(labeled, i => $"labeled/{labeled.Labels[i]}/{i}.png");
        _folder.WritePictures(test, i => $"pictures/{i:D2}.png");

        var published = Publish("single", "-p:PublishSingleFile=true");
        Assert.True(published.ExitCode == 0, published.Output);
        Assert.Empty(Directory.GetFiles(_folder["single"], "InfoGanMl.*.dll"));
        var sorted = ExecutableProcess.RunProgram(
            _folder["single/InfoGanMl.Sample"],
            "classify",
            PretrainedModel.Mnist.FolderPath,
            _folder["labeled"],
            _folder["pictures"],
            _folder["sorted.csv"],
            _folder["saved.zip"]
        );

        Assert.True(sorted.ExitCode == 0, sorted.Error);
        Assert.Equal(1 + test.Count, File.ReadLines(_folder["sorted.csv"]).Count());
        var loaded = new MLContext().Model.LoadInfoGan(_folder["saved.zip"], out var schema);
        using var owner = loaded as IDisposable;
        Assert.Contains(schema, column => column.Name == nameof(PictureFile.Path));
    }

    [Theory]
    [InlineData("PublishTrimmed", "error INFOGANML002: InfoGanMl.Pipelines does not work with PublishTrimmed")]
    [InlineData("PublishAot", "error INFOGANML001: InfoGanMl.Pipelines does not work with PublishAot")]
    public void Publishing_what_ML_NET_cannot_run_in_is_refused_with_what_to_do(string property, string expected)
    {
        var result = Publish(property, $"-p:{property}=true");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
        Assert.Contains("InfoGanMl.Inference, without ML.NET, works with it", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder[property]));
    }

    private ProcessResult Publish(string name, string property)
    {
        var sample = packages.CopySample($"sample-{name}");
        packages.Cache(Path.Combine(sample, "InfoGanMl.Sample.csproj"), [.. SelfContained, property]);
        return ExecutableProcess.TryDotNet(
            ["publish", sample, "-c", "Release", "-o", _folder[name]],
            [.. packages.Properties, .. SelfContained, property]
        );
    }
}
