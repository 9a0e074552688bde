using InfoGanMl.Models.Images;

namespace InfoGanMl.Report.Pictures;

/// <summary>Turns images into the data URIs of PNG files.</summary>
internal sealed class PictureEncoder
{
    private readonly ImageFormat _source;
    private readonly int _factor;

    /// <param name="source">Size of every image.</param>
    /// <param name="factor">How many times smaller images are made to keep the page small; 1 leaves them as they are.</param>
    public PictureEncoder(ImageFormat source, int factor)
    {
        _source = source;
        _factor = factor;
        Format = new(source.Channels, Math.Max(1, source.Height / factor), Math.Max(1, source.Width / factor));
    }

    /// <summary>Size of an encoded image.</summary>
    public ImageFormat Format { get; }

    /// <summary>Whether images are made smaller than they are.</summary>
    public bool IsReducing => _factor > 1;

    /// <summary>Whether they could be made smaller still.</summary>
    public bool CanReduce => Format is { Height: > 1, Width: > 1 };

    /// <summary>Pixels on the screen per pixel of an image: a whole number keeps small images sharp.</summary>
    /// <param name="width">Width on the screen that is aimed at.</param>
    public int ScaleTo(int width) => Math.Max(1, (int)Math.Round((double)width / Format.Width));

    /// <summary>One image.</summary>
    public string Encode(byte[] image) => ToDataUri(PngImage.Encode(Shrink(image), Format));

    /// <summary>Images edge to edge in one picture.</summary>
    /// <param name="rows">[row][column], rows of equal length.</param>
    public string EncodeSheet(IReadOnlyList<IReadOnlyList<byte[]>> rows) =>
        ToDataUri(ImageGrid.ToPng([.. rows.SelectMany(row => row).Select(Shrink)], Format, rows[0].Count, gap: 0));

    /// <summary>A PNG file as an address that holds the file itself.</summary>
    public static string ToDataUri(byte[] png) => $"data:image/png;base64,{Convert.ToBase64String(png)}";

    /// <summary>Means of blocks of pixels; what does not fill a block at the right or the bottom is cut off.</summary>
    private byte[] Shrink(byte[] image)
    {
        if (_factor == 1)
        {
            return image;
        }

        var small = new byte[Format.Size];
        for (var pixel = 0; pixel < small.Length; pixel++)
        {
            var (row, x) = Math.DivRem(pixel, Format.Width);
            var (channel, y) = Math.DivRem(row, Format.Height);
            small[pixel] = MeanOfBlock(image, channel, y * _factor, x * _factor);
        }

        return small;
    }

    private byte MeanOfBlock(byte[] image, int channel, int top, int left)
    {
        var (bottom, right) = (Math.Min(top + _factor, _source.Height), Math.Min(left + _factor, _source.Width));
        var sum = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                sum += image[(channel * _source.Height + y) * _source.Width + x];
            }
        }

        return (byte)(sum / ((bottom - top) * (right - left)));
    }
}
