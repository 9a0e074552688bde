using InfoGanMl.Pictures.Decoding;
using InfoGanMl.Pictures.Errors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>Getters of pictures that check the file first.</summary>
internal static class CheckedPicture
{
    /// <summary>ML.NET's getter, with the check where the column is one of pictures.</summary>
    /// <param name="getter">ML.NET's getter.</param>
    /// <param name="column">What it gets.</param>
    /// <param name="row">The row that holds the path.</param>
    /// <param name="pictures">The columns of pictures.</param>
    public static ValueGetter<TValue> Getter<TValue>(
        ValueGetter<TValue> getter,
        DataViewSchema.Column column,
        DataViewRow row,
        PictureColumns pictures
    ) =>
        pictures.PathOf.TryGetValue(column.Index, out var path) && getter is ValueGetter<MLImage> decode
            ? (ValueGetter<TValue>)(object)Checked(decode, row, row.Schema[path.Index], pictures.Folder)
            : getter;

    private static ValueGetter<MLImage> Checked(
        ValueGetter<MLImage> decode,
        DataViewRow row,
        DataViewSchema.Column path,
        string? folder
    )
    {
        var (getPath, text) = (row.GetGetter<ReadOnlyMemory<char>>(path), ReadOnlyMemory<char>.Empty);
        return (ref MLImage picture) =>
        {
            getPath(ref text);
            if (text.IsEmpty)
            {
                decode(ref picture); // a missing path is a missing picture, as in ML.NET
                return;
            }

            var file = string.IsNullOrEmpty(folder) ? text.ToString() : Path.Combine(folder, text.ToString());
            PictureCheck.Open(file, PictureCheck.Read(file)).Dispose();
            Decode(decode, file, ref picture);
        };
    }

    private static void Decode(ValueGetter<MLImage> decode, string file, ref MLImage picture)
    {
        try
        {
            decode(ref picture);
        }
        catch (Exception damage) when (damage is ArgumentException or InvalidOperationException or IOException)
        {
            throw new InvalidPictureException(file, damage.Message, "a picture that can be decoded", damage);
        }
    }
}
