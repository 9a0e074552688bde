using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets.Images;

/// <summary>
/// Tells photographs from drawings, characters and gray shapes: in a photograph neighboring pixels hardly ever have the very same color,
/// but on an empty ground.
/// </summary>
public sealed class PhotographCount
{
    private const double MostAlike = 0.25;
    private const int LookedAt = 500; // images of a set

    private int _images;
    private double _alike; // summed over the images

    /// <summary>Whether the images are photographs in color, most of them.</summary>
    public bool ArePhotographs => _images > 0 && _alike / _images < MostAlike;

    /// <summary>The same of a data set.</summary>
    public static bool AreIn(ImageSet images)
    {
        var (count, size) = (new PhotographCount(), images.Format.Size);
        var step = 1 + (images.Count - 1) / LookedAt; // sorted by class, the first ones would speak for one
        for (var image = 0; image < images.Count; image += step)
        {
            count.Add(images.Pixels.AsSpan(image * size, size), images.Format);
        }

        return count.ArePhotographs;
    }

    /// <summary>Looks at an image.</summary>
    /// <param name="pixels">[C, H, W].</param>
    /// <param name="format">Its size; what is gray is no photograph in color.</param>
    public void Add(ReadOnlySpan<byte> pixels, ImageFormat format)
    {
        _images++;
        _alike += format.Channels == 3 ? ShareAlike(pixels, format) : 1;
    }

    /// <summary>Share of neighbors in a row that are alike, among those that are not both of the commonest color.</summary>
    private static double ShareAlike(ReadOnlySpan<byte> pixels, ImageFormat format)
    {
        var plane = format.Height * format.Width;
        var colors = new int[plane];
        for (var at = 0; at < plane; at++)
        {
            colors[at] = pixels[at] << 16 | pixels[plane + at] << 8 | pixels[2 * plane + at];
        }

        var ground = colors.CountBy(color => color).MaxBy(color => color.Value).Key;
        var (alike, all) = (0, 0);
        foreach (var row in colors.Chunk(format.Width))
        {
            foreach (var (left, right) in row.Zip(row.Skip(1)))
            {
                all += left == ground && right == ground ? 0 : 1;
                alike += left == right && left != ground ? 1 : 0;
            }
        }

        return all == 0 ? 1 : (double)alike / all;
    }
}
