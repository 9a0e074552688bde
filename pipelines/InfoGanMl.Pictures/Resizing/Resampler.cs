using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace InfoGanMl.Pictures.Resizing;

/// <summary>Brings a picture to another size.</summary>
internal static class Resampler
{
    /// <summary>Bytes of a pixel, and planes of a layer: red, green, blue and alpha.</summary>
    public const int Channels = 4;

    /// <summary>Resamples the rows of a picture, [H, W, RGBA], into a layer, [RGBA, height, width], which is 0 before.</summary>
    /// <param name="pixels">The picture, its colors multiplied by alpha.</param>
    /// <param name="rowBytes">Bytes from a row to the next.</param>
    /// <param name="placement">Which part goes where.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="width">Its width in pixels.</param>
    public static void Resample(
        ReadOnlySpan<byte> pixels,
        int rowBytes,
        Placement placement,
        Span<byte> layer,
        int width
    )
    {
        var (source, target) = placement;
        if ((source.Width, source.Height) == (target.Width, target.Height))
        {
            Copy(pixels[(source.Top * rowBytes)..], rowBytes, placement, layer, width);
            return;
        }

        var columns = new AxisWeights(source.Width, target.Width);
        var rows = new AxisWeights(source.Height, target.Height);
        var (row, sum) = (new Vector128<float>[columns.Count], new Vector128<float>[columns.Count]);
        for (var y = 0; y < rows.Count; y++)
        {
            Array.Clear(sum);
            var top = source.Top + rows.FirstOf(y);
            var weights = rows.Of(y);
            for (var i = 0; i < weights.Length; i++)
            {
                var line = pixels[((top + i) * rowBytes + source.Left * Channels)..];
                Shrink(MemoryMarshal.Cast<byte, uint>(line[..(source.Width * Channels)]), columns, row);
                Add(row, weights[i], sum);
            }

            Store(sum, layer[((target.Top + y) * width + target.Left)..], layer.Length / Channels);
        }
    }

    /// <summary>What resampling comes to at the same size.</summary>
    private static void Copy(ReadOnlySpan<byte> pixels, int rowBytes, Placement placement, Span<byte> layer, int width)
    {
        var (source, target) = placement;
        var plane = layer.Length / Channels;
        for (var y = 0; y < target.Height; y++)
        {
            var line = pixels.Slice(y * rowBytes + source.Left * Channels, source.Width * Channels);
            var at = (target.Top + y) * width + target.Left;
            for (var channel = 0; channel < Channels; channel++)
            {
                var row = layer.Slice(channel * plane + at, target.Width);
                for (var x = 0; x < row.Length; x++)
                {
                    row[x] = line[Channels * x + channel];
                }
            }
        }
    }

    /// <summary>A row of pixels to one of another length.</summary>
    private static void Shrink(ReadOnlySpan<uint> pixels, AxisWeights columns, Span<Vector128<float>> row)
    {
        for (var x = 0; x < columns.Count; x++)
        {
            var (at, mean) = (columns.FirstOf(x), Vector128<float>.Zero);
            foreach (var weight in columns.Of(x))
            {
                mean += weight * ToFloats(pixels[at++]);
            }

            row[x] = mean;
        }
    }

    private static Vector128<float> ToFloats(uint pixel)
    {
        var words = Vector128.WidenLower(Vector128.CreateScalar(pixel).AsByte());
        return Vector128.ConvertToSingle(Vector128.WidenLower(words).AsInt32());
    }

    private static void Add(ReadOnlySpan<Vector128<float>> row, float weight, Span<Vector128<float>> sum)
    {
        for (var i = 0; i < row.Length; i++)
        {
            sum[i] += weight * row[i];
        }
    }

    private static void Store(ReadOnlySpan<Vector128<float>> row, Span<byte> layer, int plane)
    {
        var (least, most) = (Vector128<float>.Zero, Vector128.Create(255f));
        for (var x = 0; x < row.Length; x++)
        {
            var pixel = Vector128.ConvertToInt32(Vector128.Clamp(Vector128.Round(row[x]), least, most));
            layer[x] = (byte)pixel[0];
            layer[plane + x] = (byte)pixel[1];
            layer[2 * plane + x] = (byte)pixel[2];
            layer[3 * plane + x] = (byte)pixel[3];
        }
    }
}
