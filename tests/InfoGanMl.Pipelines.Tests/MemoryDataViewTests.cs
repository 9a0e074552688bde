using InfoGanMl.Pipelines.Memory;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

public sealed class MemoryDataViewTests
{
    private static readonly MemoryDataView View = new(
        3,
        MemoryColumn.OfVectors("pair", new(NumberDataViewType.Single, 2), row => [row, 10 * row]),
        new MemoryColumn<int>("square", NumberDataViewType.Int32, row => row * row)
    );

    [Fact]
    public void Rows_come_in_order_and_as_often_as_they_are_asked_for()
    {
        Assert.Equal(3, View.GetRowCount());
        Assert.Equal([0, 1, 4], View.GetColumn<int>("square"));
        Assert.Equal([0, 1, 4], View.GetColumn<int>("square"));
        Assert.Equal([0f, 0, 1, 10, 2, 20], View.GetColumn<float[]>("pair").SelectMany(pair => pair));
    }

    [Fact]
    public void A_cursor_knows_where_it_is_and_what_it_was_asked_for()
    {
        using var cursor = View.GetRowCursor([View.Schema["square"]]);
        var (id, idOf) = (default(DataViewRowId), cursor.GetIdGetter());

        Assert.True(cursor.MoveNext() && cursor.MoveNext());
        idOf(ref id);
        Assert.Equal((1, 1ul), (cursor.Position, id.Low));
        Assert.True(cursor.IsColumnActive(View.Schema["square"]));
        Assert.False(cursor.IsColumnActive(View.Schema["pair"]));
        Assert.True(cursor.MoveNext());
        Assert.False(cursor.MoveNext());
        Assert.False(cursor.MoveNext());
    }

    [Fact]
    public void A_getter_of_another_type_is_refused()
    {
        using var cursor = View.GetRowCursor(View.Schema);

        var problem = Assert.Throws<ArgumentException>(() => cursor.GetGetter<long>(View.Schema["square"]));

        Assert.Contains("Column 'square': found values of System.Int64", problem.Message, StringComparison.Ordinal);
    }
}
