using InfoGanMl.Models.Tensors;
using InfoGanMl.Pipelines.Errors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Graphs;

/// <summary>Reads what a graph is run on off the columns of a row that moves on.</summary>
/// <param name="source">The row.</param>
/// <param name="tensors">The graph's tensors, of which the inputs name the columns.</param>
internal sealed class GraphInputs(DataViewRow source, GraphTensors tensors)
{
    private readonly ValueGetter<VBuffer<float>>[] _getters =
    [
        .. tensors.Inputs.Select(tensor => source.GetGetter<VBuffer<float>>(source.Schema[tensor.Name])),
    ];

    private VBuffer<float> _value;

    /// <summary>Reads the source's current row.</summary>
    /// <param name="batch">[rows × width] for each input.</param>
    /// <param name="row">Index of the row that it becomes.</param>
    /// <returns>Whether its image is there; a missing one becomes zeros.</returns>
    /// <exception cref="InvalidRowException">A value is infinite or no number.</exception>
    public bool TryRead(float[][] batch, int row)
    {
        var isThere = true;
        foreach (var (input, tensor) in tensors.Inputs.Index())
        {
            var values = batch[input].AsSpan(row * tensor.Width, tensor.Width);
            _getters[input](ref _value);
            _value.CopyTo(values);
            if (tensor.IsImage && InvalidRowException.IsMissing(values))
            {
                isThere = false;
                values.Clear();
            }

            InvalidRowException.ThrowUnlessFinite(values, source.Position, tensor.Name);
        }

        return isThere;
    }
}
