using System.Text.Json;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Tool.Tests;

/// <summary>The verb on pictures of the user's own.</summary>
[Trait("Speed", "Slow")]
public sealed class EvaluateOwnPicturesTests : IDisposable
{
    private readonly OwnData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Pictures_are_made_as_the_model_has_learned_them()
    {
        WritePictures(await Digits.TestImagesAsync(400));
        _data.Folder.Write("pictures/7/broken.png", [1, 2, 3]);

        var result = _data.RunOnPictures("--folders", "--max-broken=1");

        Assert.True(result.ExitCode == 0, result.Error);
        var sorted = (await _data.ReadAsync("sorted.csv")).TrimEnd().Split('\n');
        Assert.Equal(1 + 400 + 1, sorted.Length);
        Assert.StartsWith("path,split,class,category,category_probability,slant,", sorted[0]);
        Assert.StartsWith("7/broken.png,,", sorted[^1], StringComparison.Ordinal);
        Assert.Contains(sorted, line => line.StartsWith("7/0.png,train,7,", StringComparison.Ordinal));
        Assert.Single(Directory.GetFiles(_data.Folder["out/sorted"], "0.png", SearchOption.AllDirectories));
        Assert.Contains("title=\"7/", await _data.ReadAsync("report.html"), StringComparison.Ordinal);
        Assert.Contains("test images of 1×28×28, with labels", result.Output, StringComparison.Ordinal);
        var metrics = JsonDocument.Parse(await _data.ReadAsync("metrics.json")).RootElement;
        Assert.InRange(metrics.GetProperty("accuracy_one_to_one").GetDouble(), 0.8, 1);
    }

    [Fact]
    public async Task Options_for_pictures_that_contradict_the_model_are_refused_together()
    {
        WritePictures(await Digits.TestImagesAsync(20));

        var result = _data.RunOnPictures(
            "--size=64",
            "--color=rgb",
            "--resize=fit",
            "--background=white",
            "--invert=true"
        );

        Assert.Equal(1, result.ExitCode);
        Assert.All(
            ["--size is 64; expected 28", "--color is rgb; expected gray", "--resize is fit; expected crop"],
            mistake => Assert.Contains(mistake, result.Error, StringComparison.Ordinal)
        );
        Assert.Contains("--background is white; expected black", result.Error, StringComparison.Ordinal);
        Assert.Contains("--invert is true; expected auto", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_data.Folder["out"]));
    }

    /// <summary>Digits on paper, twice as wide as high.</summary>
    private void WritePictures(ImageSet digits)
    {
        foreach (var (i, label) in digits.Labels.Index())
        {
            var digit = digits.Pixels.AsMemory(i * digits.Format.Size, digits.Format.Size);
            _data.Folder.Write(
                $"pictures/{label}/{i}.png",
                Drawing.Png(
                    56,
                    28,
                    (x, y) => Drawing.Lightness(255 - (x is < 14 or > 41 ? 0 : digit.Span[28 * y + x - 14]))
                )
            );
        }
    }
}
