using InfoGanMl.Evaluation.Pictures;

namespace InfoGanMl.Evaluation.Categories;

/// <summary>The few images of lowest rank among all that were offered, the lowest first; of equal ones the first.</summary>
internal sealed class Shortlist(int length)
{
    private readonly List<(double Rank, SortedPicture Picture)> _best = [];

    public IReadOnlyList<(double Rank, SortedPicture Picture)> Best => _best;

    /// <param name="rank">Not NaN.</param>
    /// <param name="picture">Made only for an image that is taken.</param>
    public void Offer(double rank, Func<SortedPicture> picture)
    {
        if (_best.Count == length && rank >= _best[^1].Rank)
        {
            return;
        }

        if (_best.Count == length)
        {
            _best.RemoveAt(length - 1);
        }

        var place = _best.FindIndex(other => rank < other.Rank);
        _best.Insert(place < 0 ? _best.Count : place, (rank, picture()));
    }

    /// <summary>The lowest of several lists, as many as the length of one.</summary>
    public static IReadOnlyList<SortedPicture> Merge(IEnumerable<Shortlist> lists, int length) =>
        [
            .. lists
                .SelectMany(list => list.Best)
                .OrderBy(entry => entry.Rank)
                .Take(length)
                .Select(entry => entry.Picture),
        ];
}
