using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;

namespace InfoGanMl.Evaluation.Tests.Samples;

[Trait("Speed", "Slow")]
public class SampleScorerTests
{
    private static readonly int[] SameClass = [.. Enumerable.Range(0, 10)];

    [Fact]
    public async Task Real_images_under_their_own_labels_are_as_good_as_can_be()
    {
        var test = await FirstTestImages();

        var scores = await Measure(test, ImageFormat.ToFloats(test.Pixels), Categories(test));

        Assert.InRange(scores[SampleAgreement.Kind]!.Value, 0.98, 1);
        Assert.Equal((1.0, 1.0), (scores[SampleQuality.Precision]!.Value, scores[SampleQuality.Recall]!.Value));
        Assert.Equal(0, scores[FrechetDistance.OfSamples]!.Value, 1e-3);
        Assert.Equal(1, scores[SampleSpread.Least]!.Value, 1e-6);
        Assert.True(scores[FrechetDistance.OfRealImages]!.Value > scores[FrechetDistance.OfSamples]!.Value);
    }

    [Fact]
    public async Task A_category_that_always_shows_the_same_image_has_no_spread_and_lowers_recall()
    {
        var test = await FirstTestImages();
        var firstOfClass = SameClass.Select(c => Array.IndexOf(test.Labels, c)).ToArray();
        var same = test.Select([.. test.Labels.Select(label => firstOfClass[label])]);

        var scores = await Measure(test, ImageFormat.ToFloats(same.Pixels), Categories(test));

        Assert.Equal(0, scores[SampleSpread.Least]!.Value, 1e-6);
        Assert.True(scores[SampleQuality.Recall]!.Value < 0.2);
        Assert.True(scores[FrechetDistance.OfSamples]!.Value > 10 * scores[FrechetDistance.OfRealImages]!.Value);
    }

    [Fact]
    public async Task Images_of_other_classes_than_their_categories_do_not_agree()
    {
        var test = await FirstTestImages();
        var next = Categories(test).Select(category => (category + 1) % 10).ToArray();

        var scores = await Measure(test, ImageFormat.ToFloats(test.Pixels), next);

        Assert.InRange(scores[SampleAgreement.Kind]!.Value, 0, 0.02);
    }

    [Fact]
    public async Task Without_categories_what_needs_none_is_scored()
    {
        var test = await FirstTestImages();

        var scores = await Measure(test, ImageFormat.ToFloats(test.Pixels), categories: null);

        Assert.Equal(
            (null, null, null),
            (scores[SampleAgreement.Kind], scores[SampleAgreement.InWorstCategory], scores[SampleSpread.Least])
        );
        Assert.Equal((1.0, 1.0), (scores[SampleQuality.Precision]!.Value, scores[SampleQuality.Recall]!.Value));
    }

    private static async Task<ImageSet> FirstTestImages()
    {
        var mnist = await RealMnist.OpenAsync();
        return mnist.Test.Select([.. Enumerable.Range(0, 1000)]);
    }

    private static int[] Categories(ImageSet images) => images.Labels;

    private static async Task<FigureSet> Measure(ImageSet test, float[] images, int[]? categories)
    {
        var mnist = await RealMnist.OpenAsync();
        using var judge = Judge.Find("mnist")!;
        return new SampleScorer(judge, mnist.Train, test, seed: 1).Measure(
            images,
            categories is null ? null : new(categories, SameClass)
        );
    }
}
