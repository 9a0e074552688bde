using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Pipelines.Tests.Packages;

/// <summary>The sample application, outside the repository, in a process of its own.</summary>
[Collection(nameof(PackedPackages))]
[Trait("Speed", "Slow")]
public sealed class SampleAppTests(PackedPackages packages) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_sorts_a_folder_of_pictures_and_draws_a_grid_with_the_packages_alone()
    {
        var app = packages.SampleApp;
        var (labeled, test) = (await Digits.LabeledAsync(10), await Digits.TestImagesAsync(20));
        _folder.WritePictures(labeled, i => $"labeled/{labeled.Labels[i]}/{i}.png");
        _folder.WritePictures(test, i => $"pictures/{i:D2}.png");
        var model = PretrainedModel.Mnist.FolderPath;

        var sorted = ExecutableProcess.Run(
            app,
            ["classify", model, _folder["labeled"], _folder["pictures"], _folder["sorted.csv"], _folder["saved.zip"]]
        );
        var drawn = ExecutableProcess.Run(app, "generate", model, _folder["grid.png"]);

        Assert.True(sorted.ExitCode == 0, sorted.Error);
        Assert.True(drawn.ExitCode == 0, drawn.Error);
        var lines = await File.ReadAllLinesAsync(_folder["sorted.csv"], TestContext.Current.CancellationToken);
        var found = lines.Skip(1).Select(line => line.Split(',')[1]);
        Assert.InRange(test.Labels.Zip(found).Count(pair => $"{pair.First}" == pair.Second), 19, 20);
        var grid = await File.ReadAllBytesAsync(_folder["grid.png"], TestContext.Current.CancellationToken);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], grid[..4]);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(app)!, "*orch*")); // libtorch did not come along
    }

    [Fact]
    public void Without_a_native_ONNX_Runtime_it_says_which_package_is_missing()
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(packages.SampleApp)!))
        {
            // The native libraries lie in folders below, and .deps.json says that they must be there.
            if (!file.EndsWith(".deps.json", StringComparison.Ordinal))
            {
                _folder.Write(Path.GetFileName(file), File.ReadAllBytes(file));
            }
        }

        var app = _folder[Path.GetFileName(packages.SampleApp)];
        var result = ExecutableProcess.Run(app, "generate", PretrainedModel.Mnist.FolderPath, _folder["grid.png"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Add the package Microsoft.ML.OnnxRuntime, or", result.Error, StringComparison.Ordinal);
    }
}
