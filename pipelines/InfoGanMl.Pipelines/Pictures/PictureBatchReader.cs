using System.Runtime.ExceptionServices;
using InfoGanMl.Models.Images;
using InfoGanMl.Pictures.Errors;
using InfoGanMl.Pipelines.Batching;
using InfoGanMl.Pipelines.Errors;
using Microsoft.ML;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>Decodes the pictures of a batch on all cores.</summary>
/// <param name="rows">A cursor over the column that they come from, which this reader disposes.</param>
/// <param name="input">Where they come from.</param>
/// <param name="broken">Told which are broken, and knows what becomes of them.</param>
internal sealed class PictureBatchReader(DataViewRowCursor rows, PictureInput input, BrokenRows broken)
    : BatchReader(rows, BatchSize)
{
    private const int BatchSize = 64; // so many keep the cores busy, and are few enough to stop between
    private readonly Func<Func<byte[]>> _take = input.TakeFrom(rows);
    private readonly Func<byte[]>[] _pictures = new Func<byte[]>[BatchSize];
    private readonly long[] _positions = new long[BatchSize];
    private readonly float[][] _images = new float[BatchSize][];

    /// <inheritdoc/>
    public override int IndexOf(string output) => 0;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> OutputOf(int output, int row) => _images[row];

    protected override void ReadRow(int row) => (_pictures[row], _positions[row]) = (_take(), Source.Position);

    protected override void Compute(int count)
    {
        var faults = new Exception?[count];
        Parallel.For(0, count, i => faults[i] = TryDecode(i));
        for (var row = 0; row < count; row++) // in the order of the rows, whichever came first in time
        {
            if (
                faults[row] is { } fault
                && (fault is not InvalidPictureException || broken.Policy == BrokenPictures.Throw)
            )
            {
                ExceptionDispatchInfo.Throw(fault);
            }

            broken.Note(_positions[row], (InvalidPictureException?)faults[row]);
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
            _images[row] = input.MissingImage();
            return fault;
        }
    }
}
