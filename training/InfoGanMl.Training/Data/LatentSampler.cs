using InfoGanMl.Models;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Data;

/// <summary>Draws rows of G's input from the priors of a latent space.</summary>
public sealed class LatentSampler(LatentSpace latent, Generator random, Device device)
{
    /// <summary>Latent rows [count, latent width]: z, one-hot categorical codes, continuous codes.</summary>
    public Tensor Sample(int count) =>
        cat(
            [
                Draw(latent.NoisePrior, count, latent.Noise),
                .. latent.Categorical.Select(code => OneHot(DrawCategories(count, code.Size), code.Size)),
                .. latent.Continuous.Select(code => Draw(code.Prior, count, 1)),
            ],
            1
        );

    /// <summary>
    /// Latent rows for a grid that shows the codes: row r has category r of the first categorical code, column k the same
    /// z and continuous codes in every row.
    /// </summary>
    /// <param name="columns">Images in a row.</param>
    /// <returns>[categories·columns, latent width], row by row.</returns>
    public Tensor SampleGrid(int columns)
    {
        using var scope = NewDisposeScope();
        var code = latent.Categorical[0];
        var rows = Sample(columns).repeat(code.Size, 1);
        var categories = arange(code.Size, int64, device).repeat_interleave(columns);
        rows.narrow(1, latent.Noise, code.Size).copy_(OneHot(categories, code.Size));
        return rows.MoveToOuterDisposeScope();
    }

    private Tensor DrawCategories(int count, int size) => randint(0, size, [count], int64, device, generator: random);

    private static Tensor OneHot(Tensor categories, int size) =>
        nn.functional.one_hot(categories, size).to(ScalarType.Float32);

    private Tensor Draw(Prior prior, int count, int width) =>
        prior == Prior.Uniform
            ? rand([count, width], device: device, generator: random) * 2 - 1
            : randn([count, width], device: device, generator: random);
}
