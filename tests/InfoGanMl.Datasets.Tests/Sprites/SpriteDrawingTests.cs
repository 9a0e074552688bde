using InfoGanMl.Datasets.Sprites;

namespace InfoGanMl.Datasets.Tests.Sprites;

public sealed class SpriteDrawingTests
{
    private const int Right = 31; // of x, and the lowest of y
    private static readonly int[] Square = [0, 5, 0, 15, 15];
    private static readonly int[] Ellipse = [1, 5, 0, 15, 15];
    private static readonly int[] Heart = [2, 5, 0, 15, 15];

    [Fact]
    public void A_square_is_as_drawn_by_hand()
    {
        // 16·√2/4 = 5.66 pixels wide around 16·(¼ + 15.5/64) = 7.875: from 5.05, so that little of pixel 5 is missing, to
        // 10.70: of the 16 points across a pixel, 15 lie inside in pixel 5 and 11 in pixel 10. In the corners 15²/16² = 0.88,
        // 15·11/16² = 0.64 and 11²/16² = 0.47 are covered.
        Assert.Equal(
            """
            ................
            ................
            ................
            ................
            ................
            .....999996.....
            .....999997.....
            .....999997.....
            .....999997.....
            .....999997.....
            .....677775.....
            ................
            ................
            ................
            ................
            ................
            """,
            Text(Square)
        );
    }

    [Fact]
    public void An_ellipse_is_as_drawn_by_hand()
    {
        // Its half-axes are 5.66·√(1.5/π) = 3.91 and 5.66/√(1.5π) = 2.61 pixels: from 3.97 to 11.78, and from 5.27 to 10.48.
        Assert.Equal(
            """
            ................
            ................
            ................
            ................
            ................
            .....267751.....
            ....49999992....
            ....99999997....
            ....99999996....
            ....29999981....
            ......3542......
            ................
            ................
            ................
            ................
            ................
            """,
            Text(Ellipse)
        );
    }

    [Fact]
    public void A_heart_is_as_drawn_by_hand()
    {
        // Of its square the side is 5.66/√(1 + π/4) = 4.23 pixels: from 7.88 − 4.23·(½ + ½/√2) = 4.26 to 11.49. The tip is at
        // 7.88 + 3.93 = 11.81, and the top 4.23·(½ + 1.5/√2) = 6.61 above it, at 5.20.
        Assert.Equal(
            """
            ................
            ................
            ................
            ................
            ................
            .....685684.....
            ....59999993....
            ....79999995....
            ....39999991....
            .....499992.....
            ......4992......
            .......42.......
            ................
            ................
            ................
            ................
            """,
            Text(Heart)
        );
    }

    [Fact]
    public void A_heart_turned_by_90_degrees_has_its_tip_on_the_left()
    {
        Assert.Equal(Turned(Draw(Heart, 64), 64), Draw([2, 5, 10, 16, 15], 64));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 20)]
    public void Squares_look_the_same_after_90_degrees_and_ellipses_after_180(int shape, int period)
    {
        Assert.All(
            Enumerable.Range(0, 40),
            orientation =>
                Assert.Equal(
                    Draw([shape, 3, orientation % period, 4, 20], 32),
                    Draw([shape, 3, orientation, 4, 20], 32)
                )
        );
        Assert.Equal(
            period,
            Enumerable.Range(0, 40).Select(o => Convert.ToHexString(Draw([shape, 3, o, 4, 20], 32))).Distinct().Count()
        );
    }

    [Fact]
    public void No_orientation_of_the_heart_looks_like_another()
    {
        Assert.Equal(
            40,
            Enumerable.Range(0, 40).Select(o => Convert.ToHexString(Draw([2, 0, o, 4, 20], 32))).Distinct().Count()
        );
    }

    [Fact]
    public void Every_step_of_every_factor_changes_the_image()
    {
        foreach (var (factor, values) in SpriteDrawing.Gray.Factors.Select(factor => factor.Values).Index())
        {
            int[] heart = [2, 0, 7, 11, 22];
            var images = values.Select(value =>
            {
                heart[factor] = value;
                return Convert.ToHexString(Draw(heart, 32));
            });

            Assert.Equal(values.Count, images.Distinct().Count());
        }
    }

    [Fact]
    public void All_shapes_of_a_scale_are_equally_large()
    {
        // A square of scale 1 has a side of √2/4 of the image: 1/8 of the area.
        Assert.All(
            from shape in Enumerable.Range(0, 3)
            from scale in Enumerable.Range(0, 6)
            select (shape, scale),
            sprite =>
                Assert.Equal(
                    Math.Pow(0.5 + 0.1 * sprite.scale, 2) / 8,
                    Draw([sprite.shape, sprite.scale, 3, 8, 9], 64).Average(pixel => pixel / 255.0),
                    tolerance: 0.0003
                )
        );
    }

    [Fact]
    public void The_largest_sprites_stay_inside_at_the_outermost_positions()
    {
        Assert.All(
            from shape in Enumerable.Range(0, 3)
            from orientation in Enumerable.Range(0, 40)
            from position in new[] { 0, Right }
            select Draw([shape, 5, orientation, position, position], 64),
            // Nothing is cut off.
            image => Assert.Equal(0.125, image.Average(pixel => pixel / 255.0), tolerance: 0.0015)
        );
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 64)]
    public void A_step_of_the_position_is_a_pixel_to_the_right_or_downwards_at_64(int factor, int distance)
    {
        int[] next = [.. Heart];
        next[factor]++;
        var (image, moved) = (Draw(Heart, 64), Draw(next, 64));

        Assert.Equal(image[..^distance], moved[distance..]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Images_of_32_are_those_of_64_averaged(int shape)
    {
        int[] sprite = [shape, 2, 13, 5, 30];
        var (small, large) = (Draw(sprite, 32), Draw(sprite, 64));

        // Both are rounded: the four by up to a half each, and so is their mean.
        Assert.All(
            small.Index(),
            pixel =>
            {
                var corner = pixel.Index / 32 * 2 * 64 + pixel.Index % 32 * 2;
                var mean = (large[corner] + large[corner + 1] + large[corner + 64] + large[corner + 65]) / 4.0;
                Assert.InRange(pixel.Item - mean, -1, 1);
            }
        );
    }

    [Theory]
    [InlineData(28)]
    [InlineData(48)]
    [InlineData(100)]
    public void Any_other_side_shows_the_same(int side)
    {
        var image = Draw(Ellipse, side);

        Assert.Equal(side * side, image.Length);
        Assert.Equal(0.125, image.Average(pixel => pixel / 255.0), tolerance: 0.0015);
    }

    [Fact]
    public void The_same_factors_give_the_same_bytes()
    {
        Assert.Equal(Draw(Heart, 32), Draw([.. Heart], 32));
    }

    [Theory]
    [InlineData(0, "red", true, false, false)]
    [InlineData(1, "yellow", true, true, false)]
    [InlineData(2, "green", false, true, false)]
    [InlineData(3, "cyan", false, true, true)]
    [InlineData(4, "blue", false, false, true)]
    [InlineData(5, "magenta", true, false, true)]
    public void A_color_is_the_gray_image_in_its_channels(int color, string name, params bool[] channels)
    {
        var (gray, image) = (Draw(Heart, 32), Draw([color, .. Heart], 32));

        Assert.Equal(name, SpriteDrawing.ColorNames[color]);
        Assert.Equal(channels.SelectMany(on => on ? gray : new byte[gray.Length]), image);
        Assert.Equal(gray, Enumerable.Range(0, 1024).Select(i => image.Where((_, j) => j % 1024 == i).Max()));
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Draw([3, 0, 0, 0, 0], 32));
        Assert.Throws<ArgumentException>(() => Draw([0, 0, 0, 0, -1], 32));
        Assert.Throws<ArgumentException>(() => Draw([6, 0, 0, 0, 0, 0], 32));
        Assert.Throws<ArgumentException>(() => Draw([0, 0, 0, 0], 32));
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw(Heart, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => Draw(Heart, 257));
    }

    private static byte[] Draw(int[] values, int side) => SpriteDrawing.Draw(values, side);

    /// <summary>Tenths of brightness, to the nearest; a dot where there is nothing, and 9 from there on.</summary>
    private static string Text(int[] sprite) =>
        string.Join(
            '\n',
            Draw(sprite, 16)
                .Select(pixel => Math.Min(9, Math.Round(pixel / 25.5)))
                .Select(tenths => tenths == 0 ? '.' : (char)('0' + tenths))
                .Chunk(16)
                .Select(row => new string(row))
        );

    /// <summary>Clockwise by 90°.</summary>
    private static byte[] Turned(byte[] image, int side) =>
        [.. Enumerable.Range(0, image.Length).Select(i => image[(side - 1 - i % side) * side + i / side])];
}
