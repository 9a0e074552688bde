using InfoGanMl.Training.Losses.Adversarial;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Losses.Adversarial;

public class AdversarialLossTests
{
    [Fact]
    public void An_undecided_discriminator_loses_two_bits_in_nats()
    {
        // D(x) = D(G(z)) = 1/2, so −log 1/2 − log 1/2 = 2·ln 2.
        var loss = AdversarialLoss.OfDiscriminator(zeros(3, 1), zeros(3, 1));

        Assert.Equal(2 * Math.Log(2), loss.item<float>(), 1e-6);
    }

    [Fact]
    public void The_generator_wants_its_images_taken_for_real()
    {
        // logit ln 3 means D = 3/4: −log 3/4 = 0.287682.
        var loss = AdversarialLoss.OfGenerator(full([2, 1], Math.Log(3)));

        Assert.Equal(0.287682, loss.item<float>(), 1e-6);
    }

    [Fact]
    public void Extreme_logits_stay_finite()
    {
        // log(1 − sigmoid(1000)) would be −∞; on logits it is −1000.
        var loss = AdversarialLoss.OfDiscriminator(full([1, 1], -1000f), full([1, 1], 1000f));

        Assert.Equal(2000, loss.item<float>(), 1e-3);
    }
}
