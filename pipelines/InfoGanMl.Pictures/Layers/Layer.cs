using InfoGanMl.Models.Images;
using InfoGanMl.Pictures.Resizing;
using SkiaSharp;

namespace InfoGanMl.Pictures.Layers;

/// <summary>What a picture shows, at an image's size and before there is anything behind it.</summary>
/// <param name="planes">
/// [RGBA, height, width], 0 to 255, the colors multiplied by alpha; alpha is 0 where the picture is transparent, or leaves bars.
/// </param>
/// <param name="size">Size of the image.</param>
internal readonly ref struct Layer(Span<byte> planes, Extent size)
{
    /// <summary>[RGBA, height, width].</summary>
    public Span<byte> Planes { get; } = planes;

    /// <summary>Size of the image.</summary>
    public Extent Size { get; } = size;

    /// <summary>Bytes of a layer.</summary>
    public static int BytesOf(ImageFormat format) => Resampler.Channels * format.Height * format.Width;

    /// <summary>[height, width].</summary>
    public Span<byte> Red => Plane(0);

    /// <summary>[height, width].</summary>
    public Span<byte> Green => Plane(1);

    /// <summary>[height, width].</summary>
    public Span<byte> Blue => Plane(2);

    /// <summary>[height, width].</summary>
    public Span<byte> Alpha => Plane(3);

    /// <summary>Draws a picture, in place of whatever was there.</summary>
    /// <param name="pixels">The picture as it is stored.</param>
    /// <param name="rule">How it fits in.</param>
    /// <param name="origin">How it is turned upright.</param>
    /// <returns>What it stands on.</returns>
    public Ground Draw(PixelRows pixels, ResizeRule rule, SKEncodedOrigin origin)
    {
        Planes.Clear();
        var stored = Upright.IsTurned(origin) ? Size.Turned : Size;
        var placement = Placement.Of(rule, pixels.Size, stored);
        Resampler.Resample(pixels.Bytes, pixels.RowBytes, placement, Planes, stored.Width);
        Upright.Turn(origin, Planes, Size);
        return FindGround(pixels);
    }

    /// <summary>The same with red and blue exchanged.</summary>
    public Layer WithRedAndBlueExchanged()
    {
        byte[] red = [.. Red];
        Blue.CopyTo(Red);
        red.CopyTo(Blue);
        return this;
    }

    /// <summary>
    /// What the picture stands on, as its border says. Of a drawing on nothing it is what its ink is not: black
    /// strokes are on paper.
    /// </summary>
    private Ground FindGround(PixelRows pixels)
    {
        var (dark, light, clear, all) = (0, 0, 0, 0);
        foreach (var (x, y) in Grounds.BorderOf(pixels.Size.Width, pixels.Size.Height))
        {
            var color = pixels.Bytes.Slice(y * pixels.RowBytes + x * Resampler.Channels, Resampler.Channels);
            clear += color[3] < 128 ? 1 : 0;
            dark += Grounds.IsDark(Math.Max(color[0], Math.Max(color[1], color[2]))) ? 1 : 0;
            light += Grounds.IsLight(Math.Min(color[0], Math.Min(color[1], color[2]))) ? 1 : 0;
            all++;
        }

        return 4L * clear > all ? OppositeOfInk() : Grounds.Of(dark, light, all);
    }

    private Ground OppositeOfInk()
    {
        var (ink, opacity) = (0L, 0L);
        for (var i = 0; i < Alpha.Length; i++)
        {
            ink += Red[i] + Green[i] + Blue[i];
            opacity += 3 * Alpha[i];
        }

        return 3 * ink < opacity ? Ground.Light
            : 3 * ink > 2 * opacity ? Ground.Dark
            : Ground.Mixed;
    }

    private Span<byte> Plane(int channel)
    {
        var length = Size.Width * Size.Height;
        return Planes.Slice(channel * length, length);
    }
}

/// <summary>The pixels of a picture.</summary>
/// <param name="bytes">[H, W, RGBA], the colors multiplied by alpha.</param>
/// <param name="rowBytes">Bytes from a row to the next.</param>
/// <param name="size">Size of the picture.</param>
internal readonly ref struct PixelRows(ReadOnlySpan<byte> bytes, int rowBytes, Extent size)
{
    /// <summary>[H, W, RGBA].</summary>
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>Bytes from a row to the next.</summary>
    public int RowBytes { get; } = rowBytes;

    /// <summary>Size of the picture.</summary>
    public Extent Size { get; } = size;
}
