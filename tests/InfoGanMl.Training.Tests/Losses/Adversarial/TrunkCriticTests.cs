using InfoGanMl.Testing;
using InfoGanMl.Training.Losses.Adversarial;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Losses.Adversarial;

public class TrunkCriticTests
{
    [Fact]
    public void A_pass_through_the_trunk_that_Q_needed_serves_D_too()
    {
        using var gan = TinyParts.Networks(TinyRun.Options);
        using var images = TinyParts.Images(TinyRun.Options);
        var batch = images.Next(8);
        var trunk = gan.Trunk.forward(batch);
        var critic = new TrunkCritic(gan);

        var shared = critic.RealLogits(new(batch, trunk, null), new(batch, null, null));
        var own = critic.RealLogits(new(batch, null, null), new(batch, null, null));

        Assert.True(shared.Equals(gan.Discriminator!.forward(trunk)));
        Assert.True(own.Equals(shared));
    }

    [Fact]
    public void Logits_of_one_kind_depend_on_the_other_kind_where_batch_norms_are_joint()
    {
        using var gan = TinyParts.Networks(TinyRun.Options);
        using var images = TinyParts.Images(TinyRun.Options);
        var (real, bright) = (new Candidates(images.Next(8), null, null), new Candidates(ones(8, 1, 8, 8), null, null));
        var (joint, separate) = (new JointTrunkCritic(gan), new TrunkCritic(gan));

        Assert.True(joint.RealLogits(real, bright).Equals(joint.Logits(real, bright).Real));
        Assert.True(joint.FakeLogits(real, bright).Equals(joint.Logits(real, bright).Fake));
        Assert.False(joint.RealLogits(real, bright).Equals(joint.RealLogits(real, real)));
        Assert.True(separate.RealLogits(real, bright).Equals(separate.RealLogits(real, real)));
    }
}
