namespace InfoGanMl.Recipes.Tests.Networks;

public class FeatureCriticsTests
{
    [Fact]
    public void Every_stage_of_the_trunk_is_mixed_to_64_channels_and_judged_at_up_to_four_times_four_places()
    {
        var critics = Presets.Photos.BuildFeatureCritics();

        Assert.Equal([64, 128, 256, 512], critics.Select(critic => critic.Mix.Input.Channels));
        Assert.All(critics, critic => Assert.Equal(64, critic.Mix.Output.Channels));
        Assert.Equal([16, 16, 16, 4], critics.Select(critic => critic.Logits.Output.Size));
        Assert.All(critics, critic => Assert.Equal(critic.Body.Output.Channels, critic.Categories!.Output.Size));
    }

    [Fact]
    public void There_are_none_on_a_trunk_that_is_trained_from_nothing_and_categories_only_where_D_asks()
    {
        Assert.Empty(Presets.Pictures.BuildFeatureCritics());
        var critics = (Presets.Photos with { ConditionalDiscriminator = false }).BuildFeatureCritics();

        Assert.All(critics, critic => Assert.Null(critic.Categories));
    }
}
