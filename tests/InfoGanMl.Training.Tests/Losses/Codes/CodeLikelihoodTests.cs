using InfoGanMl.Models.Latents;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Losses.Codes;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Losses.Codes;

public class CodeLikelihoodTests
{
    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>One noise variable, Cat(2) and one continuous code.</summary>
    private static LatentRecipe Small(double categoricalLambda = 1, double continuousLambda = 1) =>
        new(1, [new("category", 2, categoricalLambda)], [new("style", Prior.Uniform, continuousLambda)]);

    [Fact]
    public void A_category_is_scored_by_the_log_of_its_softmax()
    {
        // Logits 0 and ln 3 give probabilities 1/4 and 3/4; the code was the second: ln 3/4.
        var raw = tensor(
            new[,]
            {
                { 0f, MathF.Log(3), 0f },
            }
        );
        var latents = tensor(
            new[,]
            {
                { 9f, 0f, 1f, 0f },
            }
        );

        var likelihoods = new CodeLikelihood(Small()).Measure(raw, latents);

        Assert.Equal(Math.Log(0.75), likelihoods.Categorical[0].item<float>(), 1e-6);
    }

    [Fact]
    public void A_certain_answer_costs_nothing_as_softmax_is_applied_once()
    {
        // Softmax before cross-entropy would leave −1.461 for ten classes, however certain Q is.
        var latent = new LatentRecipe(1, [new("category", 10)], []);
        var raw = zeros(1, 10);
        raw[0, 3] = 100;
        var latents = zeros(1, 11);
        latents[0, 4] = 1;

        var likelihoods = new CodeLikelihood(latent).Measure(raw, latents);

        Assert.Equal(0, likelihoods.Categorical[0].item<float>(), 1e-6);
    }

    [Fact]
    public void A_continuous_code_is_scored_by_a_Gaussian_of_deviation_1()
    {
        // c = 0.5, μ = 0.2: −0.3²/2 − log √(2π).
        var raw = tensor(
            new[,]
            {
                { 0f, 0f, 0.2f },
            }
        );
        var latents = tensor(
            new[,]
            {
                { 9f, 1f, 0f, 0.5f },
            }
        );

        var likelihoods = new CodeLikelihood(Small()).Measure(raw, latents);

        Assert.Equal(-0.045 - HalfLogTwoPi, likelihoods.Continuous[0].item<float>(), 1e-6);
        Assert.Equal(0.09, likelihoods.SquaredError[0].item<float>(), 1e-6);
    }

    [Fact]
    public void Each_code_counts_with_its_own_lambda()
    {
        var raw = tensor(
            new[,]
            {
                { 0f, MathF.Log(3), 0.2f },
            }
        );
        var latents = tensor(
            new[,]
            {
                { 9f, 0f, 1f, 0.5f },
            }
        );
        var likelihood = new CodeLikelihood(Small(categoricalLambda: 2, continuousLambda: 0.1));

        var weighted = likelihood.Weighted(likelihood.Measure(raw, latents));

        var expected = 2 * Math.Log(0.75) + 0.1 * (-0.045 - HalfLogTwoPi);
        Assert.Equal(expected, weighted.item<float>(), 1e-6);
    }

    [Fact]
    public void Every_code_reads_its_own_columns()
    {
        // Codes of 2 and 3 categories, then two continuous ones; each is answered rightly, so nothing is mixed up.
        var latent = new LatentRecipe(2, [new("a", 2), new("b", 3)], [new("x"), new("y")]);
        var raw = tensor(
            new[,]
            {
                { 50f, 0f, 0f, 0f, 50f, 0.3f, -0.7f },
            }
        );
        var latents = tensor(
            new[,]
            {
                { 8f, 9f, 1f, 0f, 0f, 0f, 1f, 0.3f, -0.7f },
            }
        );

        var likelihoods = new CodeLikelihood(latent).Measure(raw, latents);

        Assert.All(likelihoods.Categorical, value => Assert.Equal(0, value.item<float>(), 1e-6));
        Assert.All(likelihoods.SquaredError, value => Assert.Equal(0, value.item<float>(), 1e-6));
    }
}
