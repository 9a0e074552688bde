using System.Text.Json;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Tool.Tests;

/// <summary>The verb on images of the user's own, which may be anything.</summary>
[Trait("Speed", "Slow")]
public sealed class EvaluateOwnDataTests : IDisposable
{
    private static readonly string ShippedJudge = Path.Combine(Repository.Root, "models", "judges", "mnist.onnx");

    private readonly OwnData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Without_labels_the_report_says_what_can_be_said()
    {
        var (train, test) = (await Digits.LabeledAsync(200), await Digits.TestImagesAsync(300));

        var result = _data.Run(OwnData.WithoutLabels(train), OwnData.WithoutLabels(test));

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("300 test images of 1×28×28, without labels", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("One-to-one accuracy", result.Output, StringComparison.Ordinal);
        Assert.Contains("These data have no labels.", await _data.ReadAsync("report.html"), StringComparison.Ordinal);
        var metrics = JsonDocument.Parse(await _data.ReadAsync("metrics.json")).RootElement;
        Assert.Equal(JsonValueKind.Null, metrics.GetProperty("classes").ValueKind);
        Assert.Equal(JsonValueKind.Null, metrics.GetProperty("accuracy_one_to_one").ValueKind);
    }

    [Fact]
    public async Task Without_labels_the_starts_of_a_training_are_left_out()
    {
        var (train, test) = (await Digits.LabeledAsync(200), await Digits.TestImagesAsync(50));
        var model = SmokeModel.CopyRunTo(_data.Folder["run"]);
        SmokeModel.CopyTo(_data.Folder["run/starts/rank-01"]);

        var result = _data.Run(model, OwnData.WithoutLabels(train), OwnData.WithoutLabels(test));

        Assert.True(result.ExitCode == 0, result.Error);
        var metrics = JsonDocument.Parse(await _data.ReadAsync("metrics.json")).RootElement;
        Assert.Equal(0, metrics.GetProperty("starts").GetArrayLength());
    }

    [Fact]
    public async Task Label_efficiency_without_labels_is_refused_and_nothing_is_written()
    {
        var (train, test) = (await Digits.LabeledAsync(200), await Digits.TestImagesAsync(50));

        var result = _data.Run(OwnData.WithoutLabels(train), OwnData.WithoutLabels(test), "--label-efficiency");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\nFound 200 images without labels; expected", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_data.Folder["out"]));
    }

    [Fact]
    public async Task A_judge_of_ones_own_images_judges_the_generated_ones()
    {
        var result = _data.Run(
            await Digits.LabeledAsync(200),
            await Digits.TestImagesAsync(300),
            "--judge",
            ShippedJudge
        );

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("Judging the generated images.", result.Error, StringComparison.Ordinal);
        var metrics = JsonDocument.Parse(await _data.ReadAsync("metrics.json")).RootElement;
        Assert.InRange(metrics.GetProperty("samples").GetProperty("agreement").GetDouble(), 0.9, 1);
    }

    [Fact]
    public async Task A_judge_of_fewer_classes_is_refused_before_anything_is_scored()
    {
        var (train, test) = (await Digits.LabeledAsync(200), await Digits.TestImagesAsync(300));
        int[] labels = [.. test.Labels.Select((label, image) => image < 3 ? 10 : label)];

        var result = _data.Run(train, new(test.Format, test.Pixels, labels), "--judge", ShippedJudge);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\nFound a judge of 1×28×28 and 10 classes in ", result.Error, StringComparison.Ordinal);
        Assert.Contains("expected one of 1×28×28 and 11 classes, as data has", result.Error, StringComparison.Ordinal);
        Assert.Contains("infogan-train judge --data=DIR trains one", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Recognizing", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_data.Folder["out"]));
    }

    [Fact]
    public void Images_of_another_size_are_refused()
    {
        var small = new ImageSet(new ImageFormat(1, 14, 14), new byte[20 * 14 * 14], new int[20]);

        var result = _data.Run(small, small);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "\nFound 20 test images of 1×14×14 in data; expected images of 1×28×28",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(_data.Folder["out"]));
    }

    [Fact]
    public void An_empty_data_set_is_refused()
    {
        var nothing = new ImageSet(new ImageFormat(1, 28, 28), []);

        var result = _data.Run(nothing, nothing);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("number of images 0", result.Error, StringComparison.Ordinal);
    }
}
