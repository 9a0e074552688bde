using InfoGanMl.Pictures;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>Reads the pictures of rows, from a column of paths or of pictures that are decoded already.</summary>
/// <param name="column">The column.</param>
/// <param name="folder">The folder that relative paths start from; empty for the current one.</param>
/// <param name="reader">Makes images of them.</param>
internal sealed class PictureInput(DataViewSchema.Column column, string folder, PictureReader reader)
{
    /// <summary>The column.</summary>
    public DataViewSchema.Column Column => column;

    /// <summary>Checks that pictures can be read from it.</summary>
    /// <exception cref="ArgumentException">It holds something else.</exception>
    public PictureInput Checked() =>
        column.Type is TextDataViewType || column.Type.RawType == typeof(MLImage)
            ? this
            : throw new ArgumentException(
                $"Column '{column.Name}': found {column.Type}; expected paths of pictures, as text, or pictures."
            );

    /// <summary>The image of a picture that is missing, [C, H, W].</summary>
    public float[] MissingImage()
    {
        var image = new float[reader.Format.Size];
        Array.Fill(image, float.NaN);
        return image;
    }

    /// <summary>Takes the pictures of a row that moves on.</summary>
    /// <returns>
    /// Takes what the row holds now; the image, [C, H, W], is what that gives when it is called, once, and from any thread.
    /// </returns>
    public Func<Func<byte[]>> TakeFrom(DataViewRow row)
    {
        var own = row.Schema[column.Index];
        return column.Type is TextDataViewType
            ? TakePaths(row.GetGetter<ReadOnlyMemory<char>>(own))
            : TakePictures(row.GetGetter<MLImage>(own));
    }

    private Func<Func<byte[]>> TakePaths(ValueGetter<ReadOnlyMemory<char>> getPath)
    {
        var path = ReadOnlyMemory<char>.Empty;
        return () =>
        {
            getPath(ref path);
            var file = Path.Combine(folder, path.ToString());
            return path.IsEmpty ? Missing : () => reader.Read(file);
        };
    }

    private Func<Func<byte[]>> TakePictures(ValueGetter<MLImage> getPicture)
    {
        var picture = default(MLImage);
        return () =>
        {
            getPicture(ref picture!);
            if (picture is null)
            {
                return Missing;
            }

            // At once: the next row may have its pixels in the same place.
            var image = reader.Read(picture.Pixels, picture.Width, picture.PixelFormat == MLPixelFormat.Bgra32);
            return () => image;
        };
    }

    /// <summary>A missing path is a missing picture, and all of that is 0, as in ML.NET.</summary>
    private byte[] Missing() => new byte[reader.Format.Size];
}
