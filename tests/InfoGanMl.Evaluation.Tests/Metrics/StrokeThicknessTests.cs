using InfoGanMl.Evaluation.Metrics;
using static InfoGanMl.Evaluation.Tests.Metrics.InkDrawing;

namespace InfoGanMl.Evaluation.Tests.Metrics;

public sealed class StrokeThicknessTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(45)]
    [InlineData(75)]
    [InlineData(90)]
    public void Strokes_are_as_thick_as_they_were_drawn_whatever_their_direction_and_length(double degrees)
    {
        foreach (var thickness in new[] { 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 6 })
        {
            foreach (var length in new[] { 14, 20, 24 })
            {
                var found = Measure(Bar(thickness, length, degrees));

                Assert.InRange(found / thickness, 0.92, 1.05);
            }
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void A_blot_is_as_thick_as_it_is_wide(double diameter)
    {
        var disc = Measure((x, y) => double.Hypot(x - Middle, y - Middle) < diameter / 2);
        var square = Measure(Bar(diameter, diameter, degrees: 0));

        Assert.InRange(disc / diameter, 0.9, 1.1);
        Assert.InRange(square / diameter, 0.9, 1.1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public void The_thicker_a_stroke_is_drawn_the_larger_its_thickness(double degrees)
    {
        var found = Enumerable.Range(4, 21).Select(quarters => Measure(Bar(quarters / 4.0, 20, degrees))).ToList();

        Assert.All(found.Zip(found.Skip(1)), pair => Assert.True(pair.First < pair.Second, $"{pair}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3.5)]
    public void Rings_crosses_and_figures_of_eight_are_as_thick_as_their_strokes(double thickness)
    {
        var ring = Measure(Ring(thickness, radius: 7));
        var eight = Measure((x, y) => Ring(thickness, 4.5)(x, y - 4.5) || Ring(thickness, 4.5)(x, y + 4.5));
        var cross = Measure((x, y) => Bar(thickness, 20, 10)(x, y) || Bar(thickness, 20, 100)(x, y));

        Assert.InRange(ring / thickness, 0.95, 1.05);
        Assert.InRange(eight / thickness, 0.95, 1.05);
        Assert.InRange(cross / thickness, 0.95, 1.08);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Moving_a_drawing_by_half_a_pixel_changes_hardly_anything(double thickness)
    {
        var found = Measure(Bar(thickness, 16, degrees: 0));
        var moved = Measure((x, y) => Bar(thickness, 16, degrees: 0)(x - 0.5, y - 0.5));

        Assert.InRange(moved / found, 0.94, 1.06);
    }

    private static double Measure(Func<double, double, bool> isInside) =>
        StrokeShape.Measure(Draw(isInside), Size, Size).Thickness;
}
