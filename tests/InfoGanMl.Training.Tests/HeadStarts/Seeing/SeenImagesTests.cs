using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts.Seeing;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.HeadStarts.Seeing;

public class SeenImagesTests
{
    private const int Width = 16;

    [Fact]
    public void The_neighbor_of_an_image_is_its_own_copy()
    {
        var pixels = TinyPhotos.Data.Train.Pixels;
        var count = TinyPhotos.Data.Train.Count;
        using var sight = TinyPhotos.See(TinyPhotos.Options, [.. pixels, .. pixels]);

        using var seen = SeenImages.Of(sight, TinyPhotos.Options.Transfer!, progress: null);

        var nearest = seen.Neighbors.Indices.select(1, 0).data<long>().ToArray();
        Assert.Equal(2 * count, seen.Count);
        Assert.All(nearest.Index(), pair => Assert.Equal((pair.Index + count) % (2 * count), pair.Item));
    }

    [Fact]
    public void Features_are_standardized()
    {
        using var seen = TinyPhotos.Look(TinyPhotos.Options);

        Assert.InRange(seen.Features.mean().item<float>(), -1e-3f, 1e-3f);
        Assert.InRange(seen.Features.std().item<float>(), 0.8f, 1.1f); // some are always 0 on sprites
    }

    [Fact]
    public void What_two_lights_make_of_all_images_is_taken_away()
    {
        using var scope = NewDisposeScope();
        using var sight = InTwoLights();
        var reports = new List<ActivityReport>();

        using var seen = SeenImages.Of(sight, new Transfer(), new ImmediateProgress<ActivityReport>(reports.Add));

        Assert.InRange(MeanOf(seen, 0), -1e-3f, 1e-3f);
        Assert.InRange(MeanOf(seen, 100), -1e-3f, 1e-3f);
        Assert.Contains("of 2 styles", Assert.Single(reports).Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_lights_stay_where_nobody_asks_for_styles()
    {
        using var scope = NewDisposeScope();
        using var sight = InTwoLights();

        using var seen = SeenImages.Of(sight, new Transfer(StyleGap: 1), progress: null);

        Assert.True(MeanOf(seen, 0) < -0.5);
        Assert.True(MeanOf(seen, 100) > 0.5);
    }

    [Fact]
    public void Batches_are_of_one_style_each_and_of_each_style_by_its_share()
    {
        using var scope = NewDisposeScope();
        using var random = new RandomSource(1, CPU);
        using var sight = InTwoLights();
        using var seen = SeenImages.Of(sight, new Transfer(), progress: null);

        var batches = Enumerable.Range(0, 20).Select(step => seen.DrawOfOneStyle(step, count: 150, random)).ToList();

        Assert.All(batches, batch => Assert.Equal(100, batch.unique().output.shape[0])); // there are no more of a style
        var styles = batches.Select(batch => batch.max().item<long>() >= 100).ToList();
        Assert.All(batches.Zip(styles), pair => Assert.Equal(pair.Second, pair.First.min().item<long>() >= 100));
        Assert.Equal(10, styles.Count(isSecond => isSecond));
    }

    /// <summary>A hundred images in one light, and a hundred in another that every feature of the trunk shows.</summary>
    private static Sight InTwoLights()
    {
        using var random = new RandomSource(1, CPU);
        var light = cat([zeros(100, 1), ones(100, 1)]) * 5;
        return new((random.Normal(200, Width) + light).unsqueeze(0), random.Normal(200, Width) + light);
    }

    private static float MeanOf(SeenImages seen, int first) =>
        seen.Features[0].narrow(0, first, 100).mean().item<float>();
}
