using InfoGanMl.Models.Latents;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Data;

/// <summary>Draws rows of G's input from the priors of a latent space.</summary>
public sealed class LatentTensors(LatentSpace latent, RandomSource random)
{
    /// <summary>Latent rows [count, latent width]: z, one-hot categorical codes, continuous codes.</summary>
    public Tensor Sample(int count) =>
        cat(
            [
                Draw(latent.NoisePrior, count, latent.Noise),
                .. latent.Categorical.Select(code => OneHot(random.Integers(code.Size, count), code.Size)),
                .. latent.Continuous.Select(code => Draw(code.Prior, count, 1)),
            ],
            1
        );

    /// <summary>One-hot categorical codes [N, categorical width], drawn from q(c|x).</summary>
    /// <param name="rawCodes">[N, code outputs], Q's raw output; no gradient flows back to it.</param>
    public Tensor SampleCategories(Tensor rawCodes) =>
        cat(
            [
                .. latent
                    .CategoricalIn(rawCodes.detach())
                    .Select(logits => OneHot(random.Columns(logits.softmax(1)), (int)logits.shape[1])),
            ],
            1
        );

    /// <summary>
    /// Latent rows for a grid that shows the codes. Row r has category r of the first categorical code, column k the same z and
    /// other codes in every row. Where there is no such code, row r is one image whose r-th continuous code rises from -2 on the
    /// left to 2 on the right; where there is no code at all, it is one row of images.
    /// </summary>
    /// <param name="columns">Images in a row.</param>
    /// <returns>[rows·columns, latent width], row by row.</returns>
    public Tensor SampleGrid(int columns)
    {
        using var scope = NewDisposeScope();
        var rows = (latent.Categorical.Count, latent.Continuous.Count) switch
        {
            (> 0, _) => Categories(columns),
            (_, > 0) => Traversals(columns),
            _ => Sample(columns),
        };
        return rows.MoveToOuterDisposeScope();
    }

    private Tensor Categories(int columns)
    {
        var code = latent.Categorical[0];
        var rows = Sample(columns).repeat(code.Size, 1);
        var categories = arange(code.Size, int64, random.Device).repeat_interleave(columns);
        rows.narrow(1, latent.Noise, code.Size).copy_(OneHot(categories, code.Size));
        return rows;
    }

    private Tensor Traversals(int columns)
    {
        var rows = Sample(1).repeat(latent.Continuous.Count * columns, 1);
        for (var code = 0; code < latent.Continuous.Count; code++)
        {
            var row = rows.narrow(0, code * columns, columns);
            row.select(1, latent.Noise + code).copy_(linspace(-2, 2, columns, device: random.Device));
        }

        return rows;
    }

    private static Tensor OneHot(Tensor categories, int size) =>
        nn.functional.one_hot(categories, size).to(ScalarType.Float32);

    private Tensor Draw(Prior prior, int count, int width) =>
        prior == Prior.Uniform ? random.Uniform(count, width) * 2 - 1 : random.Normal(count, width);
}
