using InfoGanMl.Inference;
using InfoGanMl.Pipelines.Memory;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines;

/// <summary>Noise and codes as ML.NET data, for GenerateWithInfoGan.</summary>
public static class LatentCatalog
{
    /// <summary>
    /// A row for each row of latents, drawn from the prior or chosen (<see cref="LatentSampler"/>), or given
    /// (<see cref="Latents.From"/>).
    /// </summary>
    /// <param name="catalog">The data operations of an <see cref="MLContext"/>.</param>
    /// <param name="latents">The latents; they stay in memory, about 300 bytes a row for MNIST.</param>
    /// <returns>
    /// Columns noise, one one-hot vector and one Int32 {code}_index per categorical code, and one Vector&lt;Single, 1&gt; per
    /// continuous code.
    /// </returns>
    public static IDataView LoadLatents(this DataOperationsCatalog catalog, Latents latents)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var inputs = latents.Space.GeneratorInputs.Zip(latents.ToInputs(), (tensor, all) => (tensor, all));
        var vectors = inputs.Select(input =>
            MemoryColumn.OfVectors(
                input.tensor.Name,
                new(NumberDataViewType.Single, input.tensor.Width),
                row => input.all.Slice(row * input.tensor.Width, input.tensor.Width).ToArray()
            )
        );
        var indices = latents.Space.Categorical.Zip(
            latents.Categories,
            (code, categories) =>
                new MemoryColumn<int>($"{code.Name}_index", NumberDataViewType.Int32, row => categories[row])
        );
        return new MemoryDataView(latents.Count, [.. vectors, .. indices]);
    }
}
