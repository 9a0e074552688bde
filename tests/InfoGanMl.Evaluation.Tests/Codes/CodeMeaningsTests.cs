using InfoGanMl.Evaluation.Codes;
using InfoGanMl.Inference;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Latents;

namespace InfoGanMl.Evaluation.Tests.Codes;

public class CodeMeaningsTests
{
    private static readonly LatentSpace Latent = new(1, [new("category", 2)], [new("lean"), new("idle")]);
    private static readonly ImageFormat Format = new(1, 28, 28);
    private static readonly Latents Latents = new LatentSampler(Latent, seed: 1).Draw(200);

    [Fact]
    public void A_code_that_slants_the_images_is_found_and_one_that_does_nothing_is_not()
    {
        // A bar of 12 rows, each row further to the right than the one below by half the code.
        var meanings = new CodeMeanings(Latent, Latents, Draw(_ => 0), Format).Measure();

        Assert.Equal(
            ["slant", "thickness", "width", "height", "ink"],
            meanings.Where(meaning => meaning.Code == "lean").Select(meaning => meaning.Property)
        );
        Assert.InRange(meanings[0].Spearman, 0.99, 1);
        Assert.InRange(meanings[0].SpearmanWithinCategory!.Value, 0.99, 1);
        Assert.Equal(("idle", "slant"), (meanings[5].Code, meanings[5].Property));
        Assert.InRange(meanings[5].Spearman, -0.2, 0.2);
    }

    [Fact]
    public void Classes_that_lean_differently_hide_a_code_over_all_images_and_not_within_a_category()
    {
        // One category leans by 1 pixel per row more than the other, which the code moves by at most 0.5.
        var meaning = new CodeMeanings(Latent, Latents, Draw(category => category), Format).Measure()[0];

        Assert.InRange(meaning.SpearmanWithinCategory!.Value, 0.99, 1);
        Assert.InRange(meaning.Spearman, 0.3, 0.8);
    }

    [Fact]
    public void Colors_are_measured_by_their_luminance()
    {
        var nothing = new float[Format.Size];
        // The bar is drawn in green.
        float[] color =
        [
            .. Draw(_ => 0).Chunk(Format.Size).SelectMany(bar => (float[])[.. nothing, .. bar, .. nothing]),
        ];

        var meanings = new CodeMeanings(Latent, Latents, color, Format with { Channels = 3 }).Measure();

        Assert.Equal(("lean", "slant"), (meanings[0].Code, meanings[0].Property));
        Assert.InRange(meanings[0].Spearman, 0.99, 1);
    }

    [Fact]
    public void Without_a_categorical_code_nothing_is_measured_within_categories()
    {
        var latent = Latent with { Categorical = [] };
        var latents = new LatentSampler(latent, seed: 1).Draw(50);
        var images = new float[50 * Format.Size];

        var meanings = new CodeMeanings(latent, latents, images, Format).Measure();

        Assert.Equal(2 * 5, meanings.Count);
        Assert.All(meanings, meaning => Assert.Null(meaning.SpearmanWithinCategory));
    }

    [Fact]
    public void Without_continuous_codes_there_is_nothing_to_measure()
    {
        var latent = Latent with { Continuous = [] };
        var meanings = new CodeMeanings(latent, new LatentSampler(latent, seed: 1).Draw(5), [], Format);

        Assert.Empty(meanings.Measure());
        Assert.Null(meanings.MeasureDisentanglement());
    }

    private static float[] Draw(Func<int, double> leanOf)
    {
        var images = new float[Latents.Count * Format.Size];
        for (var image = 0; image < Latents.Count; image++)
        {
            var lean = 0.5 * Latents.Continuous[0][image] + leanOf(Latents.Categories[0][image]);
            for (var y = 8; y < 20; y++)
            {
                // The pixels of a row share the bar of three pixels, so that less than a pixel shows, too.
                for (var x = 0; x < 28; x++)
                {
                    var distance = Math.Abs(x - (14 + lean * (14 - y)));
                    images[image * Format.Size + y * 28 + x] = (float)Math.Clamp(2 - distance, 0, 1);
                }
            }
        }

        return images;
    }
}
