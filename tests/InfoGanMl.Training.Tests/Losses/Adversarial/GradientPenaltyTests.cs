using InfoGanMl.Recipes.Networks;
using InfoGanMl.Testing;
using InfoGanMl.Training.Losses.Adversarial;
using InfoGanMl.Training.Networks;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Losses.Adversarial;

public class GradientPenaltyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void On_every_fourth_step_a_linear_D_pays_four_times_half_gamma_times_its_squared_weights(bool joint)
    {
        var options = TinyRun.Options with
        {
            Architecture = TinyRun.Options.Architecture with { Trunk = [new Flatten()], RecognizerHead = [] },
        };
        using var gan = TinyParts.Networks(options);
        using var images = TinyParts.Images(options);
        var batch = images.Next(8);
        var candidates = new Candidates(batch, gan.Trunk.forward(batch), null);
        ICritic critic = joint ? new JointTrunkCritic(gan) : new TrunkCritic(gan);

        var penalty = new GradientPenalty([critic], gamma: 3).Measure(candidates, candidates);
        penalty.backward();

        var weights = TinyParts.First(gan.Discriminator!);
        Assert.Equal(6 * weights.square().sum().item<float>(), penalty.item<float>(), 1e-5f);
        Assert.True((12 * weights).allclose(weights.grad!), "the gradient of 4·γ/2·w² is 4·γ·w");
    }

    /// <summary>Two patches, a pixel each, with logits 3·x: the mean of the logits has the gradient 3/2 at each pixel.</summary>
    private const float OfPatches = 4 * 0.5f * 2 * 1.5f * 1.5f;

    [Fact]
    public void Patches_count_by_their_mean()
    {
        Assert.Equal(OfPatches, PenaltyOfPatches(new(ones(5, 1, 1, 2), null, null)), 1e-6f);
    }

    [Fact]
    public void Patches_count_beside_a_pretrained_trunk_too()
    {
        var candidates = new Candidates(ones(5, 1, 1, 2), ones(5, 3), null) { Stages = [ones(5, 2, 1, 1)] };

        Assert.Equal(OfPatches, PenaltyOfPatches(candidates), 1e-6f);
    }

    [Fact]
    public void It_is_due_on_every_fourth_step()
    {
        var penalty = new GradientPenalty([], gamma: 1);

        Assert.Equal([3, 7, 11], Enumerable.Range(0, 12).Where(penalty.IsDue));
    }

    [Fact]
    public void Without_a_weight_it_is_never_due()
    {
        Assert.DoesNotContain(Enumerable.Range(0, 12), new GradientPenalty([], gamma: 0).IsDue);
    }

    private static float PenaltyOfPatches(Candidates candidates)
    {
        using var patches = new LayerModule(
            new("patches", new(1, 1, 2), [new Conv(1, Kernel: 1, Stride: 1, Padding: 0), new Flatten()]),
            weightDeviation: 1,
            new Generator(1)
        );
        using (no_grad())
        {
            TinyParts.First(patches).fill_(3);
        }

        return new GradientPenalty([new PatchCritic(patches)], gamma: 1).Measure(candidates, candidates).item<float>();
    }
}
