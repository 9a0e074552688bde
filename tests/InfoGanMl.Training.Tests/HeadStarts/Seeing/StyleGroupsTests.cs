using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts.Seeing;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.HeadStarts.Seeing;

public class StyleGroupsTests
{
    private const double Gap = 0.25;

    [Fact]
    public void Images_of_two_lights_are_told_apart()
    {
        var groups = Split(Gap, (Count: 300, At: 0), (Count: 100, At: 6));

        Assert.Equal([(0, 299), (300, 399)], groups);
    }

    [Fact]
    public void Images_of_three_cameras_are_told_apart()
    {
        var groups = Split(Gap, (Count: 200, At: 0), (Count: 100, At: 6), (Count: 150, At: -8));

        Assert.Equal([(0, 199), (200, 299), (300, 449)], groups);
    }

    [Fact]
    public void Images_of_one_style_stay_together() => Assert.Equal([(0, 399)], Split(Gap, (Count: 400, At: 0)));

    [Fact]
    public void A_few_odd_images_are_no_style_of_their_own() =>
        Assert.Equal([(0, 319)], Split(Gap, (Count: 300, At: 0), (Count: 20, At: 6)));

    [Fact]
    public void Nothing_is_told_apart_where_the_gap_may_never_be_reached() =>
        Assert.Equal([(0, 399)], Split(1.01, (Count: 300, At: 0), (Count: 100, At: 6)));

    [Fact]
    public void One_image_is_one_style() => Assert.Equal([(0, 0)], Split(Gap, (Count: 1, At: 0)));

    [Fact]
    public void Images_that_are_all_alike_are_one_style()
    {
        using var groups = NewDisposeScope();

        Assert.Single(StyleGroups.Of(ones(400, 8), Gap));
    }

    /// <summary>First and last image of each group, in order, of images drawn around points, one after another.</summary>
    private static (long First, long Last)[] Split(double gap, params (int Count, double At)[] points)
    {
        using var scope = NewDisposeScope();
        using var random = new RandomSource(1, CPU);
        var styles = cat([.. points.Select(point => random.Normal(point.Count, 8) + point.At)]);

        var groups = StyleGroups.Of(styles, gap);

        Assert.Equal(styles.shape[0], groups.Sum(group => group.shape[0]));
        return
        [
            .. groups
                .Select(group => (group.min().item<long>(), group.max().item<long>()))
                .OrderBy(group => group.Item1),
        ];
    }
}
