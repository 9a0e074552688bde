using System.Runtime.ExceptionServices;
using InfoGanMl.Models.Images;
using InfoGanMl.Pipelines.Batching;
using Microsoft.ML;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>Decodes the pictures of a batch on all cores.</summary>
/// <param name="rows">A cursor over the column that they come from, which this reader disposes.</param>
/// <param name="source">Where they come from.</param>
internal sealed class PictureBatchReader(DataViewRowCursor rows, PictureInput source) : BatchReader(rows, BatchSize)
{
    private const int BatchSize = 64; // so many keep the cores busy, and are few enough to stop between
    private readonly Func<Func<byte[]>> _take = source.TakeFrom(rows);
    private readonly Func<byte[]>[] _pictures = new Func<byte[]>[BatchSize];
    private readonly float[][] _images = new float[BatchSize][];

    /// <inheritdoc/>
    public override int IndexOf(string output) => 0;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> OutputOf(int output, int row) => _images[row];

    protected override void ReadRow(int row) => _pictures[row] = _take();

    protected override void Compute(int count)
    {
        var faults = new Exception?[count];
        Parallel.For(0, count, i => faults[i] = TryDecode(i));
        if (Array.Find(faults, fault => fault is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first); // the first in the order of the rows, whichever came first in time
        }
    }

    private Exception? TryDecode(int row)
    {
        try
        {
            _images[row] = ImageFormat.ToFloats(_pictures[row]());
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }
}
