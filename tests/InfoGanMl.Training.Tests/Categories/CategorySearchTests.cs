using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Errors;
using InfoGanMl.Recipes;
using InfoGanMl.Testing;
using InfoGanMl.Training.Categories;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Categories;

public class CategorySearchTests
{
    private static readonly TrainingOptions Options = TinyRun.Options with
    {
        HeadStart = new(Steps: 200, BatchSize: 64, LearningRate: 5e-3, Balance: 2),
    };

    private static readonly Lazy<IReadOnlyList<CategoryTrial>> Trials = new(() => Run(Options, default));

    [Fact]
    public void Three_kinds_of_images_are_three_categories() => Assert.Equal(3, CategorySearch.Choose(Trials.Value));

    [Fact]
    public void Every_number_is_tried()
    {
        Assert.Equal([2, 3, 5], Trials.Value.Select(trial => trial.Categories));
        Assert.All(
            Trials.Value,
            trial =>
            {
                Assert.InRange(trial.InformationShare, 0, 1);
                Assert.InRange(trial.Silhouette, -1, 1);
            }
        );
    }

    [Fact]
    public void A_number_that_fails_in_one_respect_does_not_make_up_for_it_in_another()
    {
        Assert.Equal(0.5 * 0.8 * 0.75, new CategoryTrial(3, 0.5, 0.8, 0.5).Score, precision: 12);
        Assert.Equal(0, new CategoryTrial(3, 1, 1, -1).Score);
        Assert.Equal(0, new CategoryTrial(3, 1, -0.01, 1).Score);
        Assert.Equal(0, new CategoryTrial(3, -0.01, 1, 1).Score);
    }

    [Fact]
    public void More_categories_than_different_images_are_not_tried()
    {
        var same = new ImageSet(Options.Image, new byte[100 * Options.Image.Size], new int[100]);
        same.Pixels.AsSpan(..Options.Image.Size).Fill(255);
        var search = new CategorySearch(Options with { HeadStart = new(Steps: 1, BatchSize: 64) }, same, CPU);

        Assert.Equal(
            [2],
            search.Run(new Ignored(), TestContext.Current.CancellationToken).Select(trial => trial.Categories)
        );
    }

    [Fact]
    public void A_search_can_be_stopped() =>
        Assert.Throws<OperationCanceledException>(() => Run(Options, new CancellationToken(canceled: true)));

    [Fact]
    public void What_learns_no_categories_from_copies_and_what_has_several_codes_is_refused()
    {
        var paper = Refusal(Options with { HeadStart = null });
        var silent = Refusal(Options with { RealPairs = Options.RealPairs! with { Information = 0 } });
        var several = Refusal(Options with { Latent = Options.Latent.WithCategories([3, 4]) });

        Assert.Contains("learn nothing from copies of real images", paper, StringComparison.Ordinal);
        Assert.Contains("learn nothing from copies of real images", silent, StringComparison.Ordinal);
        Assert.Contains("for 2 categorical codes; expected one", several, StringComparison.Ordinal);

        static string Refusal(TrainingOptions options) =>
            Assert.Throws<InvalidOptionsException>(() => new CategorySearch(options, Halves(), CPU)).Message;
    }

    private static IReadOnlyList<CategoryTrial> Run(TrainingOptions options, CancellationToken stop) =>
        new CategorySearch(options, Halves(), CPU) { Candidates = [2, 3, 5] }.Run(new Ignored(), stop);

    /// <summary>Noisy images of which the upper half, the left one, or the middle is bright.</summary>
    internal static ImageSet Halves()
    {
        var random = new Random(1);
        var pixels = new byte[300 * Options.Image.Size];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (kind, x, y) = (i / 64 % 3, i % 8, i / 8 % 8);
            var isBright = kind switch
            {
                0 => y < 4,
                1 => x < 4,
                _ => y is > 1 and < 6 && x is > 1 and < 6,
            };
            pixels[i] = (byte)((isBright ? 180 : 20) + random.Next(60));
        }

        return new(Options.Image, pixels, new int[300]);
    }

    private sealed class Ignored : IProgress<ActivityReport>
    {
        public void Report(ActivityReport value) { }
    }
}
