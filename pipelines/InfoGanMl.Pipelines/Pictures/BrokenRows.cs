using InfoGanMl.Pictures.Errors;
using InfoGanMl.Pipelines.Errors;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>
/// Which rows have a broken picture: every cursor over the same rows has to agree on that, and not all of them decode.
/// </summary>
/// <param name="policy">What becomes of them.</param>
/// <param name="leftOut">Told of each, once; null for nobody.</param>
internal sealed class BrokenRows(BrokenPictures policy, IProgress<InvalidPictureException>? leftOut)
{
    private readonly Lock _lock = new();
    private readonly HashSet<long> _broken = [];
    private long _known; // all rows before this one have been looked at

    /// <summary>What becomes of them.</summary>
    public BrokenPictures Policy => policy;

    /// <summary>Whether a row is broken; null if nobody has looked at it.</summary>
    /// <param name="position">Of the row, in the order of the source.</param>
    public bool? Find(long position)
    {
        lock (_lock)
        {
            return position < _known ? _broken.Contains(position) : null;
        }
    }

    /// <summary>Notes what was found; rows are looked at one after the other by each cursor.</summary>
    /// <param name="position">Of the row, in the order of the source.</param>
    /// <param name="fault">What is wrong with its picture; null if nothing is.</param>
    public void Note(long position, InvalidPictureException? fault)
    {
        lock (_lock)
        {
            if (position < _known)
            {
                return;
            }

            _known = position + 1;
            if (fault is not null)
            {
                _broken.Add(position);
                leftOut?.Report(fault);
            }
        }
    }
}
