using System.Numerics.Tensors;

namespace InfoGanMl.Evaluation.Metrics;

/// <summary>
/// How a digit is drawn: properties that Morpho-MNIST measures too (Castro et al. 2019), here from the gray of the pixels,
/// without a skeleton or a bounding box, so that they change smoothly with the drawing.
/// </summary>
/// <param name="Slant">
/// Pixels to the right per pixel upwards: 0 is upright, positive leans right at the top as italics do, 1 by 45°.
/// </param>
/// <param name="Thickness">Mean width of the strokes across their direction, in pixels.</param>
/// <param name="Width">
/// In pixels, with the slant taken away: of the evenly inked box that has the same variance from left to right.
/// </param>
/// <param name="Height">In pixels: of the evenly inked box that has the same variance from top to bottom.</param>
/// <param name="Ink">Sum of the pixels: the area of the strokes, or, where shades differ, the brightness of the whole.</param>
public readonly record struct StrokeShape(double Slant, double Thickness, double Width, double Height, double Ink)
{
    // Of the blackest pixel. Below a half, so that a stroke of 1 pixel stays whole where it lies between two rows.
    private const double OutlineLevel = 1 / 3.0;

    /// <summary>Measures one gray image; all are 0 where there is no ink.</summary>
    /// <param name="pixels">[height × width] ink in [0,1], from the top left; a pixel at 0.5 is inked by half.</param>
    /// <param name="width">Of the image in pixels.</param>
    /// <param name="height">Of the image in pixels.</param>
    /// <exception cref="ArgumentException">There are not height × width pixels.</exception>
    public static StrokeShape Measure(ReadOnlySpan<float> pixels, int width, int height)
    {
        if (pixels.Length != width * height)
        {
            throw new ArgumentException(
                $"Found {pixels.Length} pixels; expected {width} × {height} = {width * height}.",
                nameof(pixels)
            );
        }

        var (area, x, y) = Sums(pixels, width);
        if (area == 0)
        {
            return default;
        }

        var (xx, xy, yy) = CentralMoments(pixels, width, x / area, y / area);
        // y grows downwards, slant upwards. Ink in a single row has no slant, and rounding must not give it one.
        var slant = yy < 1e-9 * area ? 0 : -xy / yy;
        // Var(x + slant·y), without the slant; Var(y), which a slant does not change.
        var (boxWidth, boxHeight) = (BoxSide((xx + slant * xy) / area), BoxSide(yy / area));
        return new(slant, MeasureThickness(pixels, width, area), boxWidth, boxHeight, area);
    }

    /// <summary>A box of side s has the variance s²/12; the pixels themselves are boxes of side 1.</summary>
    private static double BoxSide(double variance) => Math.Sqrt(12 * (variance + 1 / 12.0));

    /// <summary>
    /// Wearing strokes with area A, outline P and Euler number χ down by t from every side leaves A − P·t + 4χ·t² (Steiner's
    /// formula for bars at right angles); nothing is left at half their width.
    /// </summary>
    private static double MeasureThickness(ReadOnlySpan<float> pixels, int width, double area)
    {
        // Area over length would need a skeleton, and 2A/P makes short strokes thin.
        var outline = InkOutline.Trace(pixels, width, OutlineLevel * TensorPrimitives.Max(pixels));
        var discriminant = outline.Length * outline.Length - 16 * outline.EulerNumber * area;
        // 0 for a square and less for a disc: with 0 the diameter comes out right for both.
        return 4 * area / (outline.Length + Math.Sqrt(Math.Max(0, discriminant)));
    }

    private static (double Area, double X, double Y) Sums(ReadOnlySpan<float> pixels, int width)
    {
        var (area, x, y) = (0.0, 0.0, 0.0);
        for (var i = 0; i < pixels.Length; i++)
        {
            area += pixels[i];
            x += pixels[i] * (double)(i % width);
            y += pixels[i] * (double)(i / width);
        }

        return (area, x, y);
    }

    private static (double Xx, double Xy, double Yy) CentralMoments(
        ReadOnlySpan<float> pixels,
        int width,
        double centerX,
        double centerY
    )
    {
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (i % width - centerX, i / width - centerY);
            xx += pixels[i] * x * x;
            xy += pixels[i] * x * y;
            yy += pixels[i] * y * y;
        }

        return (xx, xy, yy);
    }
}
