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
    private static readonly string Tool = ExecutableProcess.MetadataOf(
        typeof(EvaluateOwnDataTests).Assembly,
        "infogan"
    );

    private static readonly string ShippedJudge = Path.Combine(Repository.Root, "models", "judges", "mnist.onnx");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_labels_the_report_says_what_can_be_said()
    {
        var (train, test) = (await Digits.LabeledAsync(200), await Digits.TestImagesAsync(300));

        var result = Run(WithoutLabels(train), WithoutLabels(test));

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("300 test images of 1×28×28, without labels", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("One-to-one accuracy", result.Output, StringComparison.Ordinal);
        Assert.Contains("These data have no labels.", await ReadAsync("report.html"), StringComparison.Ordinal);
        var metrics = JsonDocument.Parse(await ReadAsync("metrics.json")).RootElement;
        Assert.Equal(JsonValueKind.Null, metrics.GetProperty("classes").ValueKind);
        Assert.Equal(JsonValueKind.Null, metrics.GetProperty("accuracy_one_to_one").ValueKind);
    }

    [Fact]
    public async Task Without_labels_the_starts_of_a_training_are_left_out()
    {
        var (train, test) = (await Digits.LabeledAsync(200), await Digits.TestImagesAsync(50));
        var model = SmokeModel.CopyRunTo(_folder["run"]);
        SmokeModel.CopyTo(_folder["run/starts/rank-01"]);

        var result = Run(model, WithoutLabels(train), WithoutLabels(test));

        Assert.True(result.ExitCode == 0, result.Error);
        var metrics = JsonDocument.Parse(await ReadAsync("metrics.json")).RootElement;
        Assert.Equal(0, metrics.GetProperty("starts").GetArrayLength());
    }

    [Fact]
    public async Task Label_efficiency_without_labels_is_refused_and_nothing_is_written()
    {
        var (train, test) = (await Digits.LabeledAsync(200), await Digits.TestImagesAsync(50));

        var result = Run(WithoutLabels(train), WithoutLabels(test), "--label-efficiency");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\nFound 200 images without labels; expected", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task A_judge_of_ones_own_images_judges_the_generated_ones()
    {
        var result = Run(await Digits.LabeledAsync(200), await Digits.TestImagesAsync(300), "--judge", ShippedJudge);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("Judging the generated images.", result.Error, StringComparison.Ordinal);
        var metrics = JsonDocument.Parse(await ReadAsync("metrics.json")).RootElement;
        Assert.InRange(metrics.GetProperty("samples").GetProperty("agreement").GetDouble(), 0.9, 1);
    }

    [Fact]
    public async Task A_judge_of_fewer_classes_is_refused_before_anything_is_scored()
    {
        var (train, test) = (await Digits.LabeledAsync(200), await Digits.TestImagesAsync(300));
        int[] labels = [.. test.Labels.Select((label, image) => image < 3 ? 10 : label)];

        var result = Run(train, new(test.Format, test.Pixels, labels), "--judge", ShippedJudge);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\nFound a judge of 1×28×28 and 10 classes in ", result.Error, StringComparison.Ordinal);
        Assert.Contains("expected one of 1×28×28 and 11 classes, as data has", result.Error, StringComparison.Ordinal);
        Assert.Contains("infogan-train judge --data=DIR trains one", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Recognizing", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task More_classes_than_categories_are_said_to_be_so()
    {
        var (train, test) = (await Digits.LabeledAsync(200), await Digits.TestImagesAsync(300));
        int[] labels = [.. test.Labels.Select((label, image) => image < 3 ? 200 : label)];

        var result = Run(train, new(test.Format, test.Pixels, labels));

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains(
            "There are 11 classes and only 10 categories: images of the classes without a category (200) count as wrong.",
            await ReadAsync("report.html"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_class_of_three_images_leaves_the_report_whole()
    {
        var (train, test) = (await Digits.LabeledAsync(400), await Digits.TestImagesAsync(300));
        int[] nines = [.. Enumerable.Range(0, train.Count).Where(i => train.Labels[i] == 9)];

        var result = Run(train.Select([.. Enumerable.Range(0, train.Count).Except(nines.Skip(3))]), test);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("the smallest 3: the 100 labels are all of theirs", result.Output, StringComparison.Ordinal);
        Assert.Contains("the smallest 3: the 100 labels are", await ReadAsync("report.html"), StringComparison.Ordinal);
        var metrics = JsonDocument.Parse(await ReadAsync("metrics.json")).RootElement;
        Assert.InRange(metrics.GetProperty("downstream_accuracy_100_labels").GetDouble(), 0.8, 1);
    }

    [Fact]
    public async Task Labels_of_some_images_score_the_sorting_of_these()
    {
        var (train, test) = (await Digits.LabeledAsync(400), await Digits.TestImagesAsync(300));

        var result = Run(Sparser(train), Sparser(test));

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("100 of the 300 test images have a label", result.Output, StringComparison.Ordinal);
        var metrics = JsonDocument.Parse(await ReadAsync("metrics.json")).RootElement;
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

        var result = Run(Finer(train, classes), Finer(test, classes));

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("What 100 labels are worth was not measured", result.Output, StringComparison.Ordinal);
        var metrics = JsonDocument.Parse(await ReadAsync("metrics.json")).RootElement;
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

        var result = Run(Finer(train, 26), Finer(test, 26), "--label-efficiency");

        Assert.True(result.ExitCode == 0, result.Error);
        var metrics = JsonDocument.Parse(await ReadAsync("metrics.json")).RootElement;
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

    [Fact]
    public async Task Pictures_are_made_as_the_model_has_learned_them()
    {
        WritePictures(await Digits.TestImagesAsync(400));
        _folder.Write("pictures/7/broken.png", [1, 2, 3]);

        var result = RunOnPictures("--folders", "--max-broken=1");

        Assert.True(result.ExitCode == 0, result.Error);
        var sorted = (await ReadAsync("sorted.csv")).TrimEnd().Split('\n');
        Assert.Equal(1 + 400 + 1, sorted.Length);
        Assert.StartsWith("path,split,class,category,category_probability,slant,", sorted[0]);
        Assert.StartsWith("7/broken.png,,", sorted[^1], StringComparison.Ordinal);
        Assert.Contains(sorted, line => line.StartsWith("7/0.png,train,7,", StringComparison.Ordinal));
        Assert.Single(Directory.GetFiles(_folder["out/sorted"], "0.png", SearchOption.AllDirectories));
        Assert.Contains("title=\"7/", await ReadAsync("report.html"), StringComparison.Ordinal);
        Assert.Contains("test images of 1×28×28, with labels", result.Output, StringComparison.Ordinal);
        var metrics = JsonDocument.Parse(await ReadAsync("metrics.json")).RootElement;
        Assert.InRange(metrics.GetProperty("accuracy_one_to_one").GetDouble(), 0.8, 1);
    }

    [Fact]
    public async Task Options_for_pictures_that_contradict_the_model_are_refused_together()
    {
        WritePictures(await Digits.TestImagesAsync(20));

        var result = RunOnPictures("--size=64", "--color=rgb", "--resize=fit", "--background=white", "--invert=true");

        Assert.Equal(1, result.ExitCode);
        Assert.All(
            ["--size is 64; expected 28", "--color is rgb; expected gray", "--resize is fit; expected crop"],
            mistake => Assert.Contains(mistake, result.Error, StringComparison.Ordinal)
        );
        Assert.Contains("--background is white; expected black", result.Error, StringComparison.Ordinal);
        Assert.Contains("--invert is true; expected auto", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    /// <summary>Digits on paper, twice as wide as high.</summary>
    private void WritePictures(ImageSet digits)
    {
        foreach (var (i, label) in digits.Labels.Index())
        {
            var digit = digits.Pixels.AsMemory(i * digits.Format.Size, digits.Format.Size);
            _folder.Write(
                $"pictures/{label}/{i}.png",
                Drawing.Png(
                    56,
                    28,
                    (x, y) => Drawing.Lightness(255 - (x is < 14 or > 41 ? 0 : digit.Span[28 * y + x - 14]))
                )
            );
        }
    }

    private ProcessResult RunOnPictures(params string[] options) =>
        ExecutableProcess.RunIn(
            _folder.Path, // where the images are kept
            Tool,
            [
                "evaluate",
                $"--model={PretrainedModel.Mnist.FolderPath}",
                $"--data={_folder["pictures"]}",
                $"--output={_folder["out"]}",
                .. options,
            ]
        );

    [Fact]
    public void Images_of_another_size_are_refused()
    {
        var small = new ImageSet(new ImageFormat(1, 14, 14), new byte[20 * 14 * 14], new int[20]);

        var result = Run(small, small);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "\nFound 20 test images of 1×14×14 in data; expected images of 1×28×28",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public void An_empty_data_set_is_refused()
    {
        var nothing = new ImageSet(new ImageFormat(1, 28, 28), []);

        var result = Run(nothing, nothing);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("number of images 0", result.Error, StringComparison.Ordinal);
    }

    private ProcessResult Run(ImageSet train, ImageSet test, params string[] arguments) =>
        Run(PretrainedModel.Mnist.FolderPath, train, test, arguments);

    private ProcessResult Run(string model, ImageSet train, ImageSet test, params string[] arguments) =>
        ExecutableProcess.Run(
            Tool,
            [
                "evaluate",
                "--model",
                model,
                "--data",
                IdxFiles.Write(_folder["data"], train, test),
                "--output",
                _folder["out"],
                .. arguments,
            ]
        );

    private static ImageSet WithoutLabels(ImageSet images) => new(images.Format, images.Pixels);

    private Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(_folder[Path.Combine("out", file)], TestContext.Current.CancellationToken);
}
