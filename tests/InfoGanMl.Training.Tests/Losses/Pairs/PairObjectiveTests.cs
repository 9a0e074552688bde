using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses.Pairs;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Losses.Pairs;

public class PairObjectiveTests
{
    private static readonly LatentRecipe Latent = new(
        1,
        [new("category", 2)],
        [new("slant", Follows: AugmentationKind.Slant)]
    );

    [Fact]
    public void Information_balance_and_following_are_wanted_and_cross_entropy_is_not()
    {
        var objective = new PairObjective(Latent, new(Information: 2, Consistency: 3, Following: 5, Balance: 7));

        var weighted = objective.Weighted(new(tensor(0.7f), tensor(1.1f), tensor(0.2f), tensor(-0.4f)));

        Assert.Equal(2 * (0.7 + 7 * 1.1) - 3 * 0.2 + 5 * -0.4, weighted.item<float>(), 1e-6);
    }

    [Fact]
    public void Every_term_reads_the_columns_of_its_codes()
    {
        // Two pairs that agree, one in each category: information ln 2, cross-entropy 0. The slant's answer rises by 1 from
        // the first copy, slanted to the left, to the second: correlation 1.
        var answers = new[,]
        {
            { 50f, 0f, 0.2f },
            { 0f, 50f, 0.2f },
        };
        var copyAnswers = tensor(answers);
        copyAnswers[1, 2] = 1.2f;
        var copies = new AugmentedCopies(
            zeros(2, 1, 2, 2),
            new Dictionary<AugmentationKind, Tensor> { [AugmentationKind.Slant] = tensor([-0.3f, 0.3f]) }
        );

        var pairs = new PairObjective(Latent, new()).Measure(tensor(answers), copyAnswers, copies);

        Assert.Equal(Math.Log(2), pairs.Information.item<float>(), 1e-4);
        Assert.Equal(Math.Log(2), pairs.Balance.item<float>(), 1e-4);
        Assert.Equal(0, pairs.CrossEntropy.item<float>(), 1e-6);
        Assert.Equal(1, pairs.Following.item<float>(), 1e-4);
    }
}
