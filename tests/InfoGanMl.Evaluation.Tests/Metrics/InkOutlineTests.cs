using InfoGanMl.Evaluation.Metrics;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public sealed class InkOutlineTests
{
    private const double Half = 0.5;

    /// <summary>A line that cuts a corner from the middle of one side of a pixel to the middle of the next.</summary>
    private static readonly double Cut = Math.Sqrt(Half);

    [Fact]
    public void A_box_is_as_long_around_as_its_sides_with_the_corners_cut()
    {
        var outline = Trace("....", ".###", ".###"); // at the border of the image too

        Assert.Equal(2 * (3 + 2) - 4 + 4 * Cut, outline.Length, precision: 12);
        Assert.Equal(1, outline.EulerNumber);
    }

    [Fact]
    public void A_gray_pixel_moves_the_line_towards_it()
    {
        // From 1, half the ink is met 1/2 of the way to 0; from 0.75, 1/3 of the way: 4 cuts of √2/3.
        Assert.Equal(4 * Cut, InkOutline.Trace([1], width: 1, Half).Length, precision: 12);
        Assert.Equal(4 * Math.Sqrt(2) / 3, InkOutline.Trace([0.75f], width: 1, Half).Length, precision: 12);
    }

    [Fact]
    public void A_slope_is_as_long_as_it_is()
    {
        // Around both pixels at half a pixel from 1 and a third from 0.75; between them it leads over 1 and down by 1/6.
        var ends = 2 * Cut + 2 * Math.Sqrt(2) / 3;

        Assert.Equal(
            ends + 2 * double.Hypot(1, 1 / 6.0),
            InkOutline.Trace([1, 0.75f], width: 2, Half).Length,
            precision: 12
        );
    }

    [Fact]
    public void A_hole_has_a_line_around_it_and_takes_1_from_the_Euler_number()
    {
        var outline = Trace("###", "#.#", "###");

        Assert.Equal(4 * 2 + 4 * Cut + 4 * Cut, outline.Length, precision: 12);
        Assert.Equal(0, outline.EulerNumber);
    }

    [Fact]
    public void The_Euler_number_is_pieces_less_holes()
    {
        Assert.Equal(-1, Trace("#####", "#.#.#", "#####").EulerNumber);
        Assert.Equal(3, Trace("#.#", "...", "#..").EulerNumber);
        Assert.Equal(2, Trace("#.###", "..#.#", "#.###").EulerNumber);
    }

    [Fact]
    public void Pixels_that_meet_at_a_corner_are_one_piece_where_the_middle_has_ink()
    {
        float[] corners = [1, 0, 0, 1];

        // At a half, two diamonds of 4 cuts just touch.
        Assert.Equal(2, InkOutline.Trace(corners, width: 2, 0.51).EulerNumber);
        Assert.Equal(1, InkOutline.Trace(corners, width: 2, 0.49).EulerNumber);
        Assert.Equal(8 * Cut, InkOutline.Trace(corners, width: 2, Half).Length, precision: 12);
    }

    [Fact]
    public void No_ink_has_no_outline()
    {
        Assert.Equal(default, Trace("..", ".."));
    }

    private static InkOutline Trace(params string[] rows) =>
        InkOutline.Trace([.. rows.SelectMany(row => row).Select(c => c == '#' ? 1f : 0f)], rows[0].Length, Half);
}
