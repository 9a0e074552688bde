using InfoGanMl.Pictures.Errors;
using InfoGanMl.Pipelines.Forwarding;
using Microsoft.ML;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>The rows of a view whose picture is not broken; the same ones whatever columns are asked for.</summary>
/// <param name="data">The view.</param>
/// <param name="input">Where the pictures come from.</param>
/// <param name="broken">What is known about them.</param>
internal sealed class ReadableRowsView(IDataView data, PictureInput input, BrokenRows broken) : IDataView
{
    public DataViewSchema Schema => data.Schema;

    public bool CanShuffle => false; // what is broken is known by the order of the rows

    public long? GetRowCount() => null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(data.GetRowCursor([.. columnsNeeded, Schema[input.Column.Index]]), input, broken);

    public DataViewRowCursor[] GetRowCursorSet(
        IEnumerable<DataViewSchema.Column> columnsNeeded,
        int n,
        Random? rand = null
    ) => [GetRowCursor(columnsNeeded)];

    private sealed class Cursor(DataViewRowCursor rows, PictureInput input, BrokenRows broken) : ForwardingCursor(rows)
    {
        private readonly Func<Func<byte[]>> _take = input.TakeFrom(rows);

        public override bool MoveNext()
        {
            while (base.MoveNext())
            {
                if (!(broken.Find(Position) ?? Look()))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Most rows have been looked at by whoever reads the images ahead.</summary>
        private bool Look()
        {
            InvalidPictureException? found = null;
            try
            {
                _take()();
            }
            catch (InvalidPictureException fault)
            {
                found = fault;
            }

            broken.Note(Position, found);
            return found is not null;
        }
    }
}
