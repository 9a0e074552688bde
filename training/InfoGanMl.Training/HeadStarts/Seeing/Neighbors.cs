using InfoGanMl.Training.Data;
using static TorchSharp.torch;

namespace InfoGanMl.Training.HeadStarts.Seeing;

/// <summary>
/// For each image those that are nearest to it and that it is nearest to: of them, more are of one kind than of all that are near, as an
/// image that is near to many is like none.
/// </summary>
/// <param name="Indices">[N, neighbors], mutual ones first, then the others, each from the nearest on.</param>
/// <param name="Counts">[N], how many of them count: the mutual ones or, without any, the nearest.</param>
internal sealed record Neighbors(Tensor Indices, Tensor Counts) : IDisposable
{
    private const int Rows = 1024; // whose distances are computed at once

    /// <summary>Finds them.</summary>
    /// <param name="directions">[N, width]; their products say how like two images are.</param>
    /// <param name="most">Nearest ones among which they are.</param>
    public static Neighbors Of(Tensor directions, int most)
    {
        using var scope = NewDisposeScope();
        var nearest = NearestOf(directions, Math.Min(most, (int)directions.shape[0] - 1)); // [N, neighbors]
        var (count, width) = (nearest.shape[0], nearest.shape[1]);
        var from = arange(count, int64, directions.device).unsqueeze(1);
        var mutual = isin(nearest * count + from, from * count + nearest); // is the way back a way, too?
        var order = (mutual.to(int64) * width - arange(width, int64, directions.device)).argsort(1, descending: true);
        return new(
            nearest.gather(1, order).MoveToOuterDisposeScope(),
            mutual.to(int64).sum(1).clamp_min(1).MoveToOuterDisposeScope()
        );
    }

    /// <summary>A neighbor [n] of each of some images.</summary>
    public Tensor Draw(Tensor indices, RandomSource random)
    {
        var counts = Counts.index_select(0, indices);
        var drawn = (random.Uniform(indices.shape[0]) * counts).floor().to(int64).minimum(counts - 1);
        return Indices.index_select(0, indices).gather(1, drawn.unsqueeze(1)).squeeze(1);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Indices.Dispose();
        Counts.Dispose();
    }

    private static Tensor NearestOf(Tensor directions, int count)
    {
        var nearest = directions
            .split(Rows)
            .Index()
            .Select(part =>
            {
                using var scope = NewDisposeScope();
                var likeness = part.Item.mm(directions.t());
                likeness.diagonal(part.Index * Rows).fill_(double.NegativeInfinity); // an image is no neighbor of its own
                return likeness.topk(count).indexes.MoveToOuterDisposeScope();
            });
        return cat([.. nearest]);
    }
}
