using InfoGanMl.Models.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Batching;

/// <summary>The columns that a graph reads.</summary>
internal static class InputColumns
{
    /// <exception cref="ArgumentException">One is missing, or holds something else than vectors of floats of its size.</exception>
    public static void Check(DataViewSchema schema, GraphTensors tensors)
    {
        foreach (var tensor in tensors.Inputs)
        {
            var found = schema.GetColumnOrNull(tensor.Name)?.Type;
            if (
                found is not VectorDataViewType { ItemType: NumberDataViewType item, Size: var size }
                || item != NumberDataViewType.Single
                || size != tensor.Width
            )
            {
                throw new ArgumentException(
                    $"Column '{tensor.Name}': found {Describe(found, schema)}; expected a vector of {tensor.Width} Single"
                        + $" ({string.Join('×', tensor.Shape)}).",
                    nameof(schema)
                );
            }
        }
    }

    private static string Describe(DataViewType? type, DataViewSchema schema) =>
        type switch
        {
            null => $"none of that name among {string.Join(", ", schema.Select(column => column.Name))}",
            VectorDataViewType { IsKnownSize: true } vector => $"a vector of {vector.Size} {vector.ItemType}",
            VectorDataViewType vector => $"a vector of unknown size of {vector.ItemType}",
            _ => type.ToString()!,
        };
}
