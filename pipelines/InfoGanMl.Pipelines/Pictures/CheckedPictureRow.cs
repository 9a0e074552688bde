using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>A row of ML.NET's loader.</summary>
/// <param name="loaded">ML.NET's row.</param>
/// <param name="input">The row that holds the path.</param>
/// <param name="pictures">The columns of pictures.</param>
internal sealed class CheckedPictureRow(DataViewRow loaded, DataViewRow input, PictureColumns pictures) : DataViewRow
{
    public override DataViewSchema Schema => loaded.Schema;

    public override long Position => loaded.Position;

    public override long Batch => loaded.Batch;

    public override ValueGetter<DataViewRowId> GetIdGetter() => loaded.GetIdGetter();

    public override bool IsColumnActive(DataViewSchema.Column column) => loaded.IsColumnActive(column);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
    {
        var getter = loaded.GetGetter<TValue>(column);
        return pictures.PathOf.TryGetValue(column.Index, out var path) && getter is ValueGetter<MLImage> decode
            ? (ValueGetter<TValue>)
                (object)CheckedPicture.Getter(decode, input, input.Schema[path.Index], pictures.Folder)
            : getter;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            loaded.Dispose();
        }

        base.Dispose(disposing);
    }
}
