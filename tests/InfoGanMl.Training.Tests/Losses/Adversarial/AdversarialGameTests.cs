using InfoGanMl.Recipes.Networks;
using InfoGanMl.Testing;
using InfoGanMl.Training.Losses.Adversarial;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Losses.Adversarial;

public class AdversarialGameTests
{
    [Fact]
    public void D_of_patches_reaches_the_generator_and_leaves_trunk_and_heads_alone()
    {
        using var with = TinyParts.After(1, TinyRun.Options with { PatchDiscriminator = true });
        using var without = TinyParts.After(1, TinyRun.Options);

        Assert.False(TinyParts.First(with.Generator).Equals(TinyParts.First(without.Generator)));
        Assert.True(TinyParts.First(with.Trunk).Equals(TinyParts.First(without.Trunk)));
        Assert.True(TinyParts.First(with.Discriminator!).Equals(TinyParts.First(without.Discriminator!)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void D_sees_what_all_generated_images_share_where_batch_norms_take_real_ones_with_them(bool joint)
    {
        var options = TinyRun.Options with
        {
            JointBatchNorm = joint,
            Architecture = new(
                Generator: [new Dense(64), new Reshape(1, 8, 8)],
                Trunk: [new Flatten(), new Dense(16, Bias: false), new BatchNorm()],
                RecognizerHead: []
            ),
        };

        var difference = Math.Abs(LossOfFirstStep(brightness: 0) - LossOfFirstStep(brightness: 1));

        Assert.Equal(joint, difference > 1e-3);

        double LossOfFirstStep(float brightness)
        {
            using var gan = TinyParts.Networks(options);
            using var images = TinyParts.Images(options);
            using var loop = TinyParts.Loop(options, gan, images);
            using (no_grad())
            {
                gan.Generator.parameters().Last().add_(brightness); // every pixel of every generated image
            }

            return loop.Step().DiscriminatorLoss;
        }
    }

    [Fact]
    public void On_a_pretrained_trunk_D_is_one_critic_for_each_stage_and_their_mean_is_reported()
    {
        using var gan = TinyPhotos.Networks(TinyPhotos.Options);
        var (trunk, stages) = gan.Look(ones(4, 3, 32, 32));
        var candidates = new Candidates(ones(4, 3, 32, 32), trunk, null) { Stages = stages };

        var (reported, total) = new AdversarialGame(TinyPhotos.Options, gan).OfGenerator(candidates, candidates);

        Assert.Null(gan.Discriminator);
        Assert.Null(gan.CategoryProjection);
        Assert.Equal(4, stages.Count);
        Assert.Equal(total.item<float>() / 4, reported.item<float>(), 1e-5f);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void D_judges_images_with_their_categories_where_it_is_to(bool conditional)
    {
        var options = TinyRun.Options with { ConditionalDiscriminator = conditional };
        using var gan = TinyParts.Networks(options);
        using var images = TinyParts.Images(options);
        using (no_grad())
        {
            gan.CategoryProjection?.parameters().Single().fill_(1).select(1, 0).fill_(-1); // zeros to begin with
        }

        var batch = images.Next(8);
        var trunk = gan.Trunk.forward(batch);

        Assert.Equal(conditional, Math.Abs(LossOn(category: 0) - LossOn(category: 1)) > 1e-3);

        float LossOn(int category)
        {
            var categories = nn.functional.one_hot(full([8], category, int64), 3).to(ScalarType.Float32);
            var candidates = new Candidates(batch, trunk, categories);
            return new AdversarialGame(options, gan).OfGenerator(candidates, candidates).Generator.item<float>();
        }
    }
}
