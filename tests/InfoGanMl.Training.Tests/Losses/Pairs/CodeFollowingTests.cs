using InfoGanMl.Models.Latents;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses.Pairs;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Losses.Pairs;

public class CodeFollowingTests
{
    /// <summary>Cat(2), a code that follows nothing, one for thickness and one for slant: columns 0-1, 2, 3 and 4.</summary>
    private static readonly LatentRecipe Latent = new(
        1,
        [new("category", 2)],
        [
            new("free"),
            new("thickness", Follows: AugmentationKind.Thickness),
            new("slant", Prior.Gaussian, Follows: AugmentationKind.Slant),
        ]
    );

    private static readonly float[] Slant = [-0.3f, -0.1f, 0.1f, 0.3f];
    private static readonly float[] Thickness = [0.6f, -0.6f, -0.6f, 0.6f]; // uncorrelated with the slant
    private static readonly float[] Same = [0, 0, 0, 0];

    [Fact]
    public void A_code_that_follows_exactly_gives_1() => Assert.Equal(1, Measure(slant: Slant), 1e-4);

    [Fact]
    public void A_code_that_goes_the_other_way_gives_minus_1() =>
        Assert.Equal(-1, Measure(slant: Times(-1, Slant)), 1e-4);

    [Theory]
    [InlineData(0.1f)]
    [InlineData(10f)]
    public void It_does_not_matter_how_far_a_code_goes(float scale) =>
        Assert.Equal(1, Measure(slant: Times(scale, Slant)), 1e-3);

    [Fact]
    public void It_does_not_matter_that_all_copies_get_the_same_on_top() =>
        Assert.Equal(1, Measure(slant: [4.7f, 4.9f, 5.1f, 5.3f]), 1e-4);

    [Fact]
    public void Following_in_part_has_the_value_worked_by_hand()
    {
        // Changes 0, 1, 0, 1 are −½, ½, −½, ½ from their mean. Covariance with the slants: (0.15 − 0.05 − 0.05 + 0.15)/4
        // = 0.05; variances 1/4 and (0.09 + 0.01 + 0.01 + 0.09)/4 = 0.05. 0.05/√(0.25·0.05) = 1/√5.
        Assert.Equal(1 / Math.Sqrt(5), Measure(slant: [0, 1, 0, 1]), 1e-4);
    }

    [Fact]
    public void Every_code_is_compared_with_its_own_augmentation()
    {
        Assert.Equal(2, Measure(thickness: Thickness, slant: Slant), 1e-3);
        Assert.Equal(0, Measure(thickness: Slant, slant: Thickness), 1e-4);
    }

    [Fact]
    public void A_code_that_follows_nothing_adds_nothing() => Assert.Equal(0, Measure(free: Slant), 1e-6);

    [Fact]
    public void Without_a_code_that_follows_there_is_nothing_to_measure()
    {
        var latent = new LatentRecipe(1, [new("category", 2)], [new("free")]);

        Assert.Equal(0, CodeFollowing.Measure(latent, rand(4, 3), rand(4, 3), Copies).item<float>());
    }

    [Fact]
    public void Codes_that_do_not_change_give_0_and_a_gradient_that_is_a_number()
    {
        var answers = ones(4, 5);
        var copyAnswers = ones(4, 5).requires_grad_();

        var measured = CodeFollowing.Measure(Latent, answers, copyAnswers, Copies);
        measured.backward();

        Assert.Equal(0, measured.item<float>());
        Assert.True(copyAnswers.grad!.isfinite().all().item<bool>());
        // Its way out of there is the right one: up where the copy is slanted to the right.
        Assert.True(copyAnswers.grad![3, 4].item<float>() > 0);
        Assert.True(copyAnswers.grad![0, 4].item<float>() < 0);
    }

    [Fact]
    public void Copies_that_are_not_augmented_give_0()
    {
        var unaugmented = Copy(zeros(4), zeros(4));

        var measured = CodeFollowing.Measure(Latent, zeros(4, 5), rand(4, 5), unaugmented);

        Assert.Equal(0, measured.item<float>(), 1e-6);
    }

    private static AugmentedCopies Copies => Copy(tensor(Slant), tensor(Thickness));

    private static AugmentedCopies Copy(Tensor slant, Tensor thickness) =>
        new(
            zeros(4, 1, 2, 2),
            new Dictionary<AugmentationKind, Tensor>
            {
                [AugmentationKind.Slant] = slant,
                [AugmentationKind.Thickness] = thickness,
            }
        );

    private static float[] Times(float scale, float[] values) => [.. values.Select(value => scale * value)];

    /// <summary>Measures answers of which the columns of the codes change as given, from image to copy.</summary>
    private static double Measure(float[]? free = null, float[]? thickness = null, float[]? slant = null)
    {
        using var random = new Generator(1);
        var answers = rand([4, 5], generator: random); // only the change counts
        var changes = new[] { Same, Same, free ?? Same, thickness ?? Same, slant ?? Same };
        var copyAnswers = answers + stack(changes.Select(column => tensor(column)), 1);
        return CodeFollowing.Measure(Latent, answers, copyAnswers, Copies).item<float>();
    }
}
