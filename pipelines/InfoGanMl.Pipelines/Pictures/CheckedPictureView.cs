using InfoGanMl.Pipelines.Forwarding;
using Microsoft.ML;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>What ML.NET's loader of pictures gives, with checks before a picture is decoded.</summary>
/// <param name="loaded">What the loader gives.</param>
/// <param name="pictures">Its columns of pictures.</param>
internal sealed class CheckedPictureView(IDataView loaded, PictureColumns pictures) : ForwardingView(loaded)
{
    protected override DataViewRowCursor Wrap(DataViewRowCursor rows) => new Cursor(rows, pictures);

    /// <summary>Pictures are loaded from paths, so whoever asks for the one gets the other, too.</summary>
    protected override IEnumerable<DataViewSchema.Column> ColumnsFor(IEnumerable<DataViewSchema.Column> needed)
    {
        var columns = needed.ToList();
        var paths = columns.Where(column => pictures.PathOf.ContainsKey(column.Index));
        return [.. columns, .. paths.Select(column => Schema[pictures.PathOf[column.Index].Index])];
    }

    private sealed class Cursor(DataViewRowCursor rows, PictureColumns pictures) : ForwardingCursor(rows)
    {
        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            CheckedPicture.Getter(base.GetGetter<TValue>(column), column, this, pictures);
    }
}
