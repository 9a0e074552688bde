using InfoGanMl.Evaluation.Metrics;
using static InfoGanMl.Evaluation.Tests.Metrics.InkDrawing;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public sealed class StrokeShapeTests
{
    [Theory]
    [InlineData(1, 20)]
    [InlineData(4, 12)]
    [InlineData(10, 10)]
    [InlineData(20, 2)]
    public void A_box_has_its_width_and_height_and_no_slant(int width, int height)
    {
        var shape = Measure((x, y) => x > 3 && x < 3 + width && y > 5 && y < 5 + height);

        Assert.Equal(0, shape.Slant, precision: 9);
        Assert.Equal(width, shape.Width, precision: 9);
        Assert.Equal(height, shape.Height, precision: 9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    public void Rows_moved_step_by_step_have_that_slant_the_width_of_a_row_and_the_height_of_all(int step)
    {
        const int Width = 3;
        const int Height = 9;
        var pixels = new float[Size * Size];
        for (var row = 0; row < Height; row++)
        {
            // The higher the row the further right, for a step above 0.
            pixels.AsSpan((5 + row) * Size + 13 + step * (4 - row), Width).Fill(1);
        }

        var shape = StrokeShape.Measure(pixels, Size, Size);

        Assert.Equal(step, shape.Slant, precision: 9);
        Assert.Equal(Width, shape.Width, precision: 9);
        Assert.Equal(Height, shape.Height, precision: 9);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(-0.5)]
    [InlineData(0.8)]
    public void A_smoothly_sheared_box_has_the_slant_and_nearly_the_width_that_it_was_drawn_with(double slant)
    {
        var shape = Measure((x, y) => Math.Abs(x - Middle + slant * (y - Middle)) < 3 && Math.Abs(y - Middle) < 8);

        Assert.Equal(slant, shape.Slant, tolerance: 0.005);
        // Gray edges count as ink, which a pixel spreads over its whole width: about √(6² + 2).
        Assert.Equal(6, shape.Width, tolerance: 0.25);
        Assert.Equal(16, shape.Height, precision: 6);
    }

    [Fact]
    public void Mirrored_left_to_right_a_drawing_leans_the_other_way()
    {
        var shape = Measure(Bar(3, 20, degrees: 20));
        var mirrored = Measure((x, y) => Bar(3, 20, degrees: 20)(Size - x, y));

        Assert.True(shape.Slant > 0);
        Assert.Equal(-shape.Slant, mirrored.Slant, precision: 9);
        Assert.Equal(shape.Thickness, mirrored.Thickness, precision: 9);
        Assert.Equal(shape.Width, mirrored.Width, precision: 9);
        Assert.Equal(shape.Height, mirrored.Height, precision: 9);
    }

    [Fact]
    public void Moving_a_drawing_by_whole_pixels_changes_nothing()
    {
        var shape = Measure(Bar(2.5, 14, degrees: 20));
        var moved = Measure((x, y) => Bar(2.5, 14, degrees: 20)(x - 5, y + 3));

        Assert.Equal(shape.Slant, moved.Slant, precision: 6);
        Assert.Equal(shape.Thickness, moved.Thickness, precision: 6);
        Assert.Equal(shape.Width, moved.Width, precision: 6);
        Assert.Equal(shape.Height, moved.Height, precision: 6);
    }

    [Fact]
    public void The_height_is_as_worked_by_hand()
    {
        // Rows 0 and 2 of ink 1 each: variance 1, of a pixel 1/12: √(12·(1 + 1/12)) = √13.
        Assert.Equal(Math.Sqrt(13), StrokeShape.Measure([1, 0, 1], width: 1, height: 3).Height, precision: 9);
    }

    [Fact]
    public void Shade_does_not_change_width_or_height()
    {
        var drawing = Draw(Bar(2.5, 14, degrees: 20));

        var shape = StrokeShape.Measure(drawing, Size, Size);
        var faint = StrokeShape.Measure([.. drawing.Select(pixel => pixel / 4)], Size, Size);

        Assert.Equal((shape.Width, shape.Height), (faint.Width, faint.Height));
    }

    [Fact]
    public void An_image_without_ink_has_no_shape()
    {
        Assert.Equal(default, StrokeShape.Measure(new float[Size * Size], Size, Size));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.25)]
    public void Ink_is_area_times_shade(float shade)
    {
        var pixels = Draw((x, y) => x > 3 && x < 7 && y > 5 && y < 15).Select(pixel => shade * pixel).ToArray();

        Assert.Equal(4 * 10 * shade, StrokeShape.Measure(pixels, Size, Size).Ink, precision: 6);
    }

    [Fact]
    public void Ink_in_a_single_row_has_no_slant()
    {
        var pixels = new float[Size * Size];
        pixels.AsSpan(9 * Size + 3, 7).Fill(0.7f);

        var shape = StrokeShape.Measure(pixels, Size, Size);

        Assert.Equal(0, shape.Slant);
        Assert.Equal(7, shape.Width, precision: 9);
        Assert.Equal(1, shape.Height, precision: 9);
    }

    [Fact]
    public void Pixels_that_do_not_fill_the_image_are_refused()
    {
        Assert.Throws<ArgumentException>(() => StrokeShape.Measure(new float[5], 2, 3));
    }

    private static StrokeShape Measure(Func<double, double, bool> isInside) =>
        StrokeShape.Measure(Draw(isInside), Size, Size);
}
