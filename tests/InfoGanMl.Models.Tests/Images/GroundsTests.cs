using InfoGanMl.Models.Images;

namespace InfoGanMl.Models.Tests.Images;

public class GroundsTests
{
    [Theory]
    [InlineData(63, Ground.Dark)]
    [InlineData(64, Ground.Mixed)]
    [InlineData(191, Ground.Mixed)]
    [InlineData(192, Ground.Light)]
    public void An_even_border_is_the_ground(byte lightness, object ground)
    {
        var image = new byte[100];
        Array.Fill(image, lightness);
        image.AsSpan(33, 4).Fill(128); // what stands on it

        Assert.Equal(ground, Grounds.Of(image, new(1, 10, 10)));
    }

    [Theory]
    [InlineData(9, Ground.Dark)]
    [InlineData(10, Ground.Mixed)] // 26 of 36 are fewer than three quarters
    public void A_quarter_of_the_border_may_be_something_else(int others, object ground)
    {
        var image = new byte[100];
        image.AsSpan(0, others).Fill(128);

        Assert.Equal(ground, Grounds.Of(image, new(1, 10, 10)));
    }

    [Fact]
    public void A_color_that_is_dark_in_one_channel_alone_is_no_dark_ground()
    {
        byte[] red = [.. Enumerable.Repeat<byte>(255, 100), .. new byte[200]];

        Assert.Equal(Ground.Mixed, Grounds.Of(red, new(3, 10, 10)));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 5, 5)]
    [InlineData(2, 5, 10)]
    [InlineData(3, 3, 8)]
    [InlineData(56, 60, 56 * 4 + 56 * 4)] // two rows above and below, and two pixels left and right of 56 others
    public void Each_pixel_of_the_border_counts_once(int width, int height, int count)
    {
        var border = Grounds.BorderOf(width, height).ToList();

        Assert.Equal(count, border.Count);
        Assert.Equal(count, border.Distinct().Count());
        Assert.All(border, at => Assert.True(at.X >= 0 && at.X < width && at.Y >= 0 && at.Y < height));
    }
}
