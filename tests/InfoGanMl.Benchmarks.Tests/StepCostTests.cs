using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Benchmarks.Tests;

public class StepCostTests
{
    // Multiply-adds of one row forwards: G 4·4 = 16, trunk 4·3 = 12, D 3·1 = 3, Q's features 3·5 = 15, codes 5·3 = 15.
    private static readonly TrainingOptions Options = new()
    {
        Preset = "tiny",
        Latent = new(Noise: 1, [new("category", 2)], [new("style")]),
        Image = new(1, 2, 2),
        Architecture = new(
            Generator: [new Dense(4), new Reshape(1, 2, 2), new Sigmoid()],
            Trunk: [new Flatten(), new Dense(3)],
            RecognizerHead: [new Dense(5)]
        ),
    };

    [Fact]
    public void Every_pass_of_the_step_counts_once()
    {
        // A pass that learns costs three times its forward pass: output, gradient of the weights, gradient of the input, which
        // a first layer does not need.
        const int Discriminator = 2 * (3 * 12 - 12) + 2 * 3 * 3; // on real and on generated images
        const int Recognizer = 3 * (15 + 15);
        const int Generator = 3 * 16 - 16 + 2 * (12 + 3 + 15 + 15); // and the gradient through the others, as they are

        Assert.Equal(2 * (Discriminator + Recognizer + Generator), StepCost.FlopPerImage(Options));
    }

    [Fact]
    public void Pairs_cost_a_pass_for_the_copies_and_Q_on_both()
    {
        const int Copies = 3 * 12 - 12;
        const int Recognizer = 2 * 3 * (15 + 15);

        Assert.Equal(
            StepCost.FlopPerImage(Options) + 2 * (Copies + Recognizer),
            StepCost.FlopPerImage(Options with { RealPairs = new() })
        );
    }
}
