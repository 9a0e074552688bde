using System.Numerics;
using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Tests.Metrics;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Evaluation.Tests.Categories;

public sealed class SmallMotionTests
{
    private const int Copies = 500;

    private static readonly ImageFormat Square = new(1, 3, 3);
    private static readonly ImageFormat Drawing = new(1, InkDrawing.Size, InkDrawing.Size);

    private static readonly float[] Digits =
    [
        .. new float[] { 1, 2, 3 },
        .. new float[] { 4, 5, 6 },
        .. new float[] { 7, 8, 9 },
    ];

    [Fact]
    public void No_motion_changes_nothing()
    {
        Assert.Equal(Digits, SmallMotion.Warp(Digits, Square, Matrix3x2.Identity));
        Assert.Equal([1, 2, 3, 4, 5, 6], SmallMotion.Warp([1, 2, 3, 4, 5, 6], new(1, 2, 3), Matrix3x2.Identity));
    }

    [Fact]
    public void A_shift_by_a_pixel_moves_every_pixel_and_brings_in_nothing_from_outside()
    {
        Assert.Equal(
            [0, 1, 2, 0, 4, 5, 0, 7, 8],
            SmallMotion.Warp(Digits, Square, Matrix3x2.CreateTranslation(1, 0)) // to the right
        );
        Assert.Equal(
            [0, 0, 0, 1, 2, 3, 4, 5, 6],
            SmallMotion.Warp(Digits, Square, Matrix3x2.CreateTranslation(0, 1)) // down
        );
    }

    [Fact]
    public void A_shift_by_half_a_pixel_shares_each_pixel_between_two()
    {
        Assert.Equal(
            [0.5f, 1.5f, 2.5f, 2, 4.5f, 5.5f, 3.5f, 7.5f, 8.5f],
            SmallMotion.Warp(Digits, Square, Matrix3x2.CreateTranslation(0.5f, 0))
        );
    }

    [Fact]
    public void A_quarter_turn_goes_clockwise_about_the_center()
    {
        Assert.Equal(
            [7, 4, 1, 8, 5, 2, 9, 6, 3],
            SmallMotion.Warp(Digits, Square, Matrix3x2.CreateRotation(MathF.PI / 2))
        );
    }

    [Fact]
    public void Scaling_leaves_the_center_where_it_is()
    {
        // Twice as large, a pixel next to the center comes from half a pixel away: (5 + 4) / 2, (5 + 2) / 2 and so on.
        Assert.Equal(
            [3, 3.5f, 4, 4.5f, 5, 5.5f, 6, 6.5f, 7],
            SmallMotion.Warp(Digits, Square, Matrix3x2.CreateScale(2))
        );
    }

    [Fact]
    public void All_channels_move_alike()
    {
        Assert.Equal(
            [0, 1, 0, 2, 0, 3],
            SmallMotion.Warp([1, 9, 2, 9, 3, 9], new(3, 1, 2), Matrix3x2.CreateTranslation(1, 0))
        );
    }

    [Fact]
    public void Copies_are_shifted_by_at_most_7_percent_of_the_side()
    {
        var disc = InkDrawing.Draw((x, y) => double.Hypot(x - InkDrawing.Middle, y - InkDrawing.Middle) < 4);

        var shifts = MoveOften(disc).SelectMany(ShiftFromTheCenter).ToList();

        Assert.Equal(-0.07 * InkDrawing.Size, shifts.Min(), tolerance: 0.1);
        Assert.Equal(0.07 * InkDrawing.Size, shifts.Max(), tolerance: 0.1);
    }

    [Fact]
    public void Copies_are_scaled_by_at_most_10_percent()
    {
        var disc = InkDrawing.Draw((x, y) => double.Hypot(x - InkDrawing.Middle, y - InkDrawing.Middle) < 8);

        var scales = MoveOften(disc).Select(copy => Math.Sqrt(copy.Sum() / disc.Sum())).ToList();

        Assert.Equal(0.9, scales.Min(), tolerance: 0.01);
        Assert.Equal(1.1, scales.Max(), tolerance: 0.01);
    }

    [Fact]
    public void Copies_are_turned_by_at_most_10_degrees()
    {
        var bar = InkDrawing.Draw(InkDrawing.Bar(thickness: 1, length: 18, degrees: 0));

        var slants = MoveOften(bar)
            .Select(copy => StrokeShape.Measure(copy, InkDrawing.Size, InkDrawing.Size).Slant)
            .ToList();

        Assert.Equal(-Math.Tan(Math.PI / 18), slants.Min(), tolerance: 0.01);
        Assert.Equal(Math.Tan(Math.PI / 18), slants.Max(), tolerance: 0.01);
    }

    [Fact]
    public void Copies_are_the_same_for_the_same_seed_and_each_moves_in_its_own_way()
    {
        float[] images = [.. Digits, .. Digits];

        var moved = SmallMotion.Move(images, Square, new Random(1));

        Assert.Equal(moved, SmallMotion.Move(images, Square, new Random(1)));
        Assert.NotEqual(moved, SmallMotion.Move(images, Square, new Random(2)));
        Assert.NotEqual(moved[..9], moved[9..]);
    }

    [Fact]
    public void What_is_not_whole_images_is_refused()
    {
        Assert.Throws<ArgumentException>(() => SmallMotion.Move(new float[10], Square, new Random(1)));
        Assert.Throws<ArgumentException>(() => SmallMotion.Warp(new float[18], Square, Matrix3x2.Identity));
        Assert.Throws<ArgumentException>(() => SmallMotion.Warp(Digits, Square, Matrix3x2.CreateScale(0)));
        Assert.Empty(SmallMotion.Move([], Square, new Random(1)));
    }

    private static IEnumerable<float[]> MoveOften(float[] image) =>
        SmallMotion
            .Move([.. Enumerable.Repeat(image, Copies).SelectMany(copy => copy)], Drawing, new Random(1))
            .Chunk(Drawing.Size);

    private static double[] ShiftFromTheCenter(float[] image)
    {
        var center = (InkDrawing.Size - 1) / 2.0;
        var x = image.Select((ink, pixel) => ink * (pixel % InkDrawing.Size - center)).Sum();
        var y = image.Select((ink, pixel) => ink * (pixel / InkDrawing.Size - center)).Sum();
        return [x / image.Sum(), y / image.Sum()];
    }
}
