using System.Text.Json;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Tool.Tests;

/// <summary>The verb where classes are rare, many, or known of some images only.</summary>
[Trait("Speed", "Slow")]
public sealed class EvaluateOwnClassesTests : IDisposable
{
    private readonly OwnData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task More_classes_than_categories_are_said_to_be_so()
    {
        var (train, test) = (await Digits.LabeledAsync(200), await Digits.TestImagesAsync(300));
        int[] labels = [.. test.Labels.Select((label, image) => image < 3 ? 200 : label)];

        var result = _data.Run(train, new(test.Format, test.Pixels, labels));

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains(
            "There are 11 classes and only 10 categories: images of the classes without a category (200) count as wrong.",
            await _data.ReadAsync("report.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_class_of_three_images_leaves_the_report_whole()
    {
        var (train, test) = (await Digits.LabeledAsync(400), await Digits.TestImagesAsync(300));
        int[] nines = [.. Enumerable.Range(0, train.Count).Where(i => train.Labels[i] == 9)];

        var result = _data.Run(train.Select([.. Enumerable.Range(0, train.Count).Except(nines.Skip(3))]), test);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("the smallest 3: the 100 labels are all of theirs", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "the smallest 3: the 100 labels are",
            await _data.ReadAsync("report.html"),
            StringComparison.Ordinal
        );
        var metrics = JsonDocument.Parse(await _data.ReadAsync("metrics.json")).RootElement;
        Assert.InRange(metrics.GetProperty("downstream_accuracy_100_labels").GetDouble(), 0.8, 1);
    }

    [Fact]
    public async Task Labels_of_some_images_score_the_sorting_of_these()
    {
        var (train, test) = (await Digits.LabeledAsync(400), await Digits.TestImagesAsync(300));

        var result = _data.Run(Sparser(train), Sparser(test));

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("100 of the 300 test images have a label", result.Output, StringComparison.Ordinal);
        var metrics = JsonDocument.Parse(await _data.ReadAsync("metrics.json")).RootElement;
        Assert.InRange(metrics.GetProperty("accuracy_one_to_one").GetDouble(), 0.95, 1);
        Assert.InRange(metrics.GetProperty("downstream_accuracy_100_labels").GetDouble(), 0.8, 1);
        Assert.Equal(300, metrics.GetProperty("test_images").GetInt32());
    }

    [Theory]
    [InlineData(120)]
    [InlineData(300)]
    public async Task More_classes_than_labels_leave_the_report_whole(int classes)
    {
        var (train, test) = (await Digits.LabeledAsync(400), await Digits.TestImagesAsync(300));

        var result = _data.Run(Finer(train, classes), Finer(test, classes));

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("What 100 labels are worth was not measured", result.Output, StringComparison.Ordinal);
        var metrics = JsonDocument.Parse(await _data.ReadAsync("metrics.json")).RootElement;
        Assert.False(
            metrics.TryGetProperty("downstream_accuracy_100_labels", out var figure)
                && figure.ValueKind != JsonValueKind.Null
        );
        Assert.Contains($"{classes} classes", metrics.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Label_efficiency_begins_with_one_label_of_each_class()
    {
        var (train, test) = (await Digits.LabeledAsync(400), await Digits.TestImagesAsync(100));

        var result = _data.Run(Finer(train, 26), Finer(test, 26), "--label-efficiency");

        Assert.True(result.ExitCode == 0, result.Error);
        var metrics = JsonDocument.Parse(await _data.ReadAsync("metrics.json")).RootElement;
        Assert.Equal(
            [100, 400],
            metrics
                .GetProperty("label_efficiency")
                .EnumerateArray()
                .Select(row => row.GetProperty("labels").GetInt32())
                .Distinct()
        );
    }

    /// <summary>The same images, of which every third has kept its label.</summary>
    private static ImageSet Sparser(ImageSet images) =>
        new(
            images.Format,
            images.Pixels,
            [.. images.Labels.Select((label, i) => i % 3 == 0 ? label : ImageSet.Unknown)]
        );

    /// <summary>The same images, of more classes.</summary>
    private static ImageSet Finer(ImageSet images, int classes) =>
        new(images.Format, images.Pixels, [.. images.Labels.Select((_, i) => i % classes)]);
}
