using System.Globalization;
using InfoGanMl.Testing;

namespace InfoGanMl.Models.Tests;

/// <summary>What is promised of the models that come with the repository.</summary>
public class PretrainedTests
{
    private const long MostBytes = 5_000_000;

    [Theory]
    [InlineData("mnist", 0.975)]
    [InlineData("fashion", 0.66)]
    public void The_card_quotes_what_the_model_scores(string preset, double least)
    {
        var model = PretrainedModel.Of(preset);
        var accuracy = model.Manifest.Scores!.Find("accuracy_one_to_one")!.Value;

        Assert.InRange(accuracy, least, 1);
        Assert.Contains(
            string.Format(CultureInfo.InvariantCulture, "{0:P2}", accuracy),
            File.ReadAllText(Path.Combine(model.FolderPath, "README.md")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("mnist")]
    [InlineData("fashion")]
    public void The_card_is_what_this_version_would_write(string preset)
    {
        var model = PretrainedModel.Of(preset);

        Assert.Equal(ModelCard.Render(model.Manifest), File.ReadAllText(Path.Combine(model.FolderPath, "README.md")));
    }

    [Theory]
    [InlineData("mnist")]
    [InlineData("fashion")]
    public void The_folder_is_small_enough_for_a_repository(string preset)
    {
        var files = new DirectoryInfo(PretrainedModel.Of(preset).FolderPath).GetFiles();

        Assert.InRange(files.Sum(file => file.Length), 1, MostBytes);
    }
}
