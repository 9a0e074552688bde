using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Report.Pictures;

/// <summary>Turns images into the data URIs of PNG files.</summary>
internal sealed class PictureEncoder
{
    private readonly ImageFormat _source;
    private readonly int _factor;
    private readonly int _every;

    /// <param name="source">Size of every image.</param>
    /// <param name="reduction">
    /// How much is done to keep the page small: 0 leaves everything as it is, 1 leaves out every other picture, and from 2 on
    /// those that are left are made as many times smaller.
    /// </param>
    public PictureEncoder(ImageFormat source, int reduction)
    {
        var factor = Math.Max(1, reduction);
        _source = source;
        _factor = factor;
        _every = reduction == 0 ? 1 : 2;
        Format = new(source.Channels, Math.Max(1, source.Height / factor), Math.Max(1, source.Width / factor));
    }

    /// <summary>Size of an encoded image.</summary>
    public ImageFormat Format { get; }

    /// <summary>What was done to keep the page small; null for nothing.</summary>
    public string? Reduction =>
        _every == 1 ? null
        : _factor == 1 ? "Its pictures are reduced to keep it small, to half as many of each kind."
        : $"Its pictures are reduced to keep it small, to half as many of each kind and 1/{_factor} of their width.";

    /// <summary>Whether they could be made smaller still.</summary>
    public bool CanReduce => Format is { Height: > 1, Width: > 1 };

    /// <summary>Pixels on the screen per pixel of an image: a whole number keeps small images sharp.</summary>
    /// <param name="width">Width on the screen that is aimed at.</param>
    public int ScaleTo(int width) => Math.Max(1, (int)Math.Round((double)width / Format.Width));

    /// <summary>The pictures that are shown of a list, the most telling of which come first.</summary>
    public IEnumerable<T> FirstOf<T>(IReadOnlyList<T> pictures) =>
        pictures.Take((pictures.Count + _every - 1) / _every);

    /// <summary>The frames that are shown of a traversal, its ends among them.</summary>
    public Traversal FramesOf(Traversal traversal)
    {
        // Of an even number of frames, leaving out every other one would take the last.
        var every = traversal.Values.Count % 2 == 1 ? _every : 1;
        return traversal with { Values = Thin(traversal.Values), Images = [.. traversal.Images.Select(Thin)] };

        T[] Thin<T>(IReadOnlyList<T> frames) => [.. frames.Where((_, index) => index % every == 0)];
    }

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
