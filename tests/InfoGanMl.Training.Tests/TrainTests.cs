using System.Reflection;
using System.Text.Json;
using InfoGanMl.Datasets.Idx;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Files;
using InfoGanMl.Testing;
using InfoGanMl.Training.Categories;
using InfoGanMl.Training.Runs;
using Xunit;

namespace InfoGanMl.Training.Tests;

/// <summary>The verb train, up to the moment that it begins to train.</summary>
[Trait("Speed", "Slow")]
public sealed class TrainTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_and_nothing_is_written()
    {
        var result = Train(["--preset", "nix", "--data", _folder["none"], "--output", _folder["run"]]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("preset is 'nix'; expected one of: mnist", result.Error, StringComparison.Ordinal);
        Assert.Contains($"{_folder["none"]}: no train-images-idx3-ubyte", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Images_that_do_not_fit_are_named_with_a_bad_seed_and_a_folder_that_is_taken()
    {
        WriteImages(count: 3, side: 5);
        _folder.Write("run/options.json", "{}"u8.ToArray());

        var result = Train(["--seed", "-1", "--data", _folder["data"], "--output", _folder["run"]]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Seed is -1; expected at least 0", result.Error, StringComparison.Ordinal);
        Assert.Contains("which already holds a run", result.Error, StringComparison.Ordinal);
        Assert.Contains("go on with that run: --resume=RUN", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_of_another_size_and_fewer_than_a_batch_are_refused_together()
    {
        WriteImages(count: 3, side: 5);

        var result = Train(["--data", _folder["data"], "--output", _folder["run"]]);

        Assert.Contains("the images are 1×5×5; expected sides of", result.Error, StringComparison.Ordinal);
        Assert.Contains(
            "has 3 training images; expected at least a batch of 128",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(_folder["run"]));
    }

    [Fact]
    public void Images_that_are_all_the_same_are_refused_before_anything_is_trained()
    {
        WriteImages(count: 200, side: 28);

        var result = Train(["--data", _folder["data"], "--output", _folder["run"], "--categories", "50"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(
            "'data' has 1 different images among 200 training images, of which every pixel is 0; expected at least 50",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_a_number_of_categories_the_preset_keeps_its_own()
    {
        WriteImages(count: 200, side: 28);

        var result = Train(["--data", _folder["data"], "--output", _folder["run"]]);

        Assert.Contains("expected at least 10, one for each category", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("RealPairs", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_that_a_preset_cannot_take_are_refused_together()
    {
        WriteImages(count: 200, side: 28);
        string[] data = ["--data", _folder["data"], "--output", _folder["run"]];

        var paper = Train([.. data, "--preset", "mnist-paper", "--mirror", "--seed", "-1"]);
        var mnist = Train([.. data, "--categories", "1,0", "--continuous", "3", "--rotation", "200"]);
        var letters = Train([.. data, "--categories", "ten"]);
        var found = Train([.. data, "--preset", "mnist-paper", "--categories", "auto"]);
        var half = Train([.. data, "--precision", "half"]);

        Assert.Contains("which learns nothing from copies", paper.Error, StringComparison.Ordinal);
        Assert.Contains("code 'category' has 1 categories", mnist.Error, StringComparison.Ordinal);
        Assert.Contains("code 'category_2' has 0 categories", mnist.Error, StringComparison.Ordinal);
        Assert.Contains("RotationDegrees is 200; expected at most 180", mnist.Error, StringComparison.Ordinal);
        Assert.Contains("--categories is ten; expected a number", letters.Error, StringComparison.Ordinal);
        Assert.Contains("expected one of: float32, bfloat16, auto", half.Error, StringComparison.Ordinal);
        Assert.Contains(
            "is to be found with preset mnist-paper, whose categories learn nothing",
            found.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_schema_of_preset_files_is_printed_on_demand()
    {
        var result = Train(["--schema"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\"title\": \"A preset of InfoGanMl\"", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_goes_on_takes_no_other_options()
    {
        var result = Train(["--resume", _folder["run"], "--preset", "mnist", "--seed", "2"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("--resume is given with --preset, --seed", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dry_run_prints_the_commands_that_do_all_of_it_and_writes_nothing()
    {
        _folder.Write("my pictures/cat/1.png", [1, 2]);

        var result = Train([
            "--data",
            _folder["my pictures"],
            "--size=64",
            "--categories=5",
            "--output",
            _folder["run"],
            "--device=cpu",
            "--dry-run",
        ]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Collection(
            result.Output.TrimEnd().Split('\n'),
            prepare =>
                Assert.StartsWith($"infogan data \"--data={_folder["my pictures"]}\" --size=64 \"--output=", prepare),
            train =>
            {
                Assert.StartsWith("infogan-train train --categories=5 --seed=1 --device=cpu ", train);
                Assert.EndsWith($" --output={_folder["run"]}", train, StringComparison.Ordinal);
            },
            evaluate => Assert.Equal($"infogan evaluate --run={_folder["run"]} --device=cpu", evaluate)
        );
        Assert.Equal(["my pictures"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData(3, 32, true, "Taking preset photos: these are photographs in color.")]
    [InlineData(
        3,
        28,
        true,
        "Taking preset pictures: these are pictures, but no photographs in color of 32 to 128 pixels."
    )]
    [InlineData(
        3,
        32,
        false,
        "Taking preset pictures: these are pictures, but no photographs in color of 32 to 128 pixels."
    )]
    [InlineData(1, 28, true, "Taking preset mnist: these are gray images.")]
    public void Where_no_preset_is_named_the_images_decide(int channels, int side, bool isNoise, string taken)
    {
        var pixels = new byte[200 * channels * side * side];
        if (isNoise)
        {
            new Random(1).NextBytes(pixels);
        }

        WriteImages(new ImageSet(new(channels, side, side), pixels, new int[200]));

        var result = Train(["--data", _folder["data"], "--output", _folder["run"], "--dry-run"]);

        Assert.Contains(taken, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("--preset", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_of_categories_that_is_to_be_found_is_what_the_run_has_and_how_is_written_beside_it()
    {
        WriteImages(TinyRun.Data.Train);

        Assert.Equal([2, 3, 4, 5, 6, 8, 10, 12, 15, 20], TriedNumbersOfCategories());
    }

    [Fact]
    public void A_number_of_categories_is_found_among_no_more_than_there_are_different_images()
    {
        var format = TinyRun.Options.Image;
        byte[] pixels = [.. Enumerable.Range(0, 200 * format.Size).Select(i => (byte)(60 * (i / format.Size % 4)))];
        WriteImages(new ImageSet(format, pixels, new int[200]));

        Assert.Equal([2, 3, 4], TriedNumbersOfCategories());
    }

    [Fact]
    public void A_dry_run_of_a_judge_keeps_how_long_it_is_trained()
    {
        var result = Run(["judge", "--dataset=sprites-32", "--epochs=20", "--output=judge.onnx", "--dry-run"]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(
            $"infogan-train judge --dataset=sprites-32 --epochs=20 --output={Path.GetFullPath("judge.onnx")}",
            result.Output.Trim()
        );
    }

    [Fact]
    public void Pictures_are_to_be_prepared_first()
    {
        _folder.Write("pictures/cat/1.png", [1, 2]);

        var result = Train(["--data", _folder["pictures"], "--output", _folder["run"]]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(
            $"infogan data --data={_folder["pictures"]} makes of them",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_folder_without_a_run_cannot_go_on()
    {
        var result = Train(["--resume", _folder["run"]]);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("options.json: found no such file", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["run"]));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Trains with <c>--categories=auto</c>, after which the run has the best of the numbers that were tried.</summary>
    private IEnumerable<int> TriedNumbersOfCategories()
    {
        var options = TinyRun.Options with { HeadStart = new(Steps: 5, BatchSize: 32, LearningRate: 5e-3, Balance: 6) };
        _folder.Write("tiny.json", JsonSerializer.SerializeToUtf8Bytes(options, InfoGanJson.Options));

        var result = Train([
            $"--preset={_folder["tiny.json"]}",
            $"--data={_folder["data"]}",
            $"--output={_folder["run"]}",
            "--categories=auto",
        ]);

        Assert.True(result.ExitCode == 0, result.Error);
        using var run = RunFolder.Open(_folder["run"]);
        var tried = StrictJson.Read<List<CategoryTrial>>(
            _folder["run/categories.json"],
            "trials",
            (found, expected, _) => new InvalidDataException($"{found}, {expected}")
        );
        Assert.Equal(CategorySearch.Choose(tried), Assert.Single(run.Options.Latent.Categorical).Size);
        return tried.Select(trial => trial.Categories);
    }

    private static ProcessResult Train(IEnumerable<string> arguments) => Run(["train", .. arguments]);

    private static ProcessResult Run(IEnumerable<string> arguments) =>
        ExecutableProcess.Run(
            ExecutableProcess.MetadataOf(Assembly.GetExecutingAssembly(), "infogan-train"),
            arguments
        );

    private void WriteImages(byte count, byte side) =>
        WriteImages(new ImageSet(new(1, side, side), new byte[count * side * side], new int[count]));

    private void WriteImages(ImageSet images)
    {
        Directory.CreateDirectory(_folder["data"]);
        foreach (var part in new[] { "train", "t10k" })
        {
            using var file = IdxWriter.ForImages(
                Path.Combine(_folder["data"], IdxWriter.ImagesName(part, images.Format)),
                images.Format
            );
            file.Write(images.Pixels);
            file.Complete();
        }
    }
}
