using System.Globalization;
using System.Text.Json;
using InfoGanMl.Testing;

namespace InfoGanMl.Models.Tests.Folder;

/// <summary>What is promised of the models that come with the repository.</summary>
public class PretrainedTests
{
    private const long MostBytes = 5_000_000;

    [Fact]
    public void The_digits_are_those_of_the_preset_as_it_is_now_for_the_first_seed()
    {
        var options = PretrainedModel.Mnist.Manifest.Options;

        Assert.Equal(ToJson(Presets.Mnist with { Seed = 1 }), ToJson(options));
    }

    [Fact]
    public void The_card_quotes_what_the_model_scores()
    {
        var model = PretrainedModel.Mnist;
        var accuracy = model.Manifest.Scores!.AccuracyOneToOne;

        Assert.InRange(accuracy, 0.975, 1);
        Assert.Contains(
            string.Format(CultureInfo.InvariantCulture, "{0:P2}", accuracy),
            File.ReadAllText(Path.Combine(model.FolderPath, "README.md")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_folder_is_small_enough_for_a_repository()
    {
        var files = new DirectoryInfo(PretrainedModel.Mnist.FolderPath).GetFiles();

        Assert.InRange(files.Sum(file => file.Length), 1, MostBytes);
    }

    private static string ToJson(TrainingOptions options) => JsonSerializer.Serialize(options, InfoGanJson.Options);
}
