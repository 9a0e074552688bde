using InfoGanMl.Datasets;
using InfoGanMl.Models.Errors;
using InfoGanMl.Recipes;
using Xunit;

namespace InfoGanMl.Training.Tests;

public class TrainingDataTests
{
    [Fact]
    public async Task A_preset_that_no_data_is_downloaded_for_needs_a_folder()
    {
        var refused = await Assert.ThrowsAsync<InvalidOptionsException>(() =>
            TrainingData.OpenAsync(
                Presets.Find("svhn-paper"),
                data: null,
                cancellation: TestContext.Current.CancellationToken
            )
        );

        Assert.Contains("expected a folder with images of 3×32×32", refused.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> WithData =>
        [.. Presets.All.Where(preset => preset.Dataset is not null).Select(preset => preset.Preset)];

    [Theory]
    [MemberData(nameof(WithData))]
    public void Every_preset_with_a_data_set_is_meant_for_one_whose_images_fit(string preset)
    {
        var options = Presets.Find(preset);

        Assert.Equal(options.Image, KnownDatasets.Find(options.Dataset!).Format);
    }
}
