namespace InfoGanMl.Preparation.Decoding;

/// <summary>Brings a picture to another size.</summary>
internal static class Resampler
{
    private const int Channels = 3;
    private const int BytesPerPixel = 4;

    /// <summary>Resamples the rows of a picture, [H, W, RGBA], into planes, [RGB, size, size], which are black before.</summary>
    /// <param name="pixels">The picture; whatever is transparent is already on black.</param>
    /// <param name="rowBytes">Bytes from a row to the next.</param>
    /// <param name="placement">Which part goes where.</param>
    /// <param name="planes">The image.</param>
    /// <param name="size">Height and width of the image.</param>
    public static void Resample(
        ReadOnlySpan<byte> pixels,
        int rowBytes,
        Placement placement,
        Span<byte> planes,
        int size
    )
    {
        var (source, target) = placement;
        var columns = new AxisWeights(source.Width, target.Width);
        var rows = new AxisWeights(source.Height, target.Height);
        var (row, sum) = (new float[Channels * columns.Count], new float[Channels * columns.Count]);
        for (var y = 0; y < rows.Count; y++)
        {
            Array.Clear(sum);
            var top = source.Top + rows.FirstOf(y);
            var weights = rows.Of(y);
            for (var i = 0; i < weights.Length; i++)
            {
                Shrink(pixels[((top + i) * rowBytes + source.Left * BytesPerPixel)..], columns, row);
                Add(row, weights[i], sum);
            }

            Store(sum, planes[((target.Top + y) * size + target.Left)..], size * size);
        }
    }

    /// <summary>A row of RGBA bytes to one of RGB values.</summary>
    private static void Shrink(ReadOnlySpan<byte> pixels, AxisWeights columns, Span<float> row)
    {
        for (var x = 0; x < columns.Count; x++)
        {
            var at = columns.FirstOf(x) * BytesPerPixel;
            var (red, green, blue) = (0f, 0f, 0f);
            foreach (var weight in columns.Of(x))
            {
                red += weight * pixels[at];
                green += weight * pixels[at + 1];
                blue += weight * pixels[at + 2];
                at += BytesPerPixel;
            }

            (row[Channels * x], row[Channels * x + 1], row[Channels * x + 2]) = (red, green, blue);
        }
    }

    private static void Add(ReadOnlySpan<float> row, float weight, Span<float> sum)
    {
        for (var i = 0; i < row.Length; i++)
        {
            sum[i] += weight * row[i];
        }
    }

    private static void Store(ReadOnlySpan<float> row, Span<byte> planes, int plane)
    {
        for (var i = 0; i < row.Length; i++)
        {
            planes[i % Channels * plane + i / Channels] = (byte)Math.Clamp(MathF.Round(row[i]), 0f, 255f);
        }
    }
}
