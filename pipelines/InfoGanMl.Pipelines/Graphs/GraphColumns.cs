using InfoGanMl.Models.Tensors;
using InfoGanMl.Pipelines.Memory;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Graphs;

/// <summary>The columns that a graph reads and adds.</summary>
internal static class GraphColumns
{
    /// <summary>The columns of a schema, followed by the graph's outputs.</summary>
    public static DataViewSchema Extend(DataViewSchema schema, GraphTensors tensors)
    {
        var extended = new DataViewSchema.Builder();
        extended.AddColumns(schema);
        foreach (var tensor in tensors.Outputs)
        {
            extended.AddColumn(tensor.Name, TypeOf(tensor));
        }

        return extended.ToSchema();
    }

    /// <summary>Columns of tensors, without rows.</summary>
    public static IReadOnlyList<MemoryColumn> Of(IEnumerable<TensorShape> tensors) =>
        [.. tensors.Select(tensor => MemoryColumn.OfVectors(tensor.Name, TypeOf(tensor), _ => []))];

    /// <summary>What an estimator says of the columns of tensors.</summary>
    public static SchemaShape ShapeOf(IEnumerable<TensorShape> tensors) => SchemaShapes.Of(Of(tensors));

    /// <summary>Looks for the inputs.</summary>
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

    /// <summary>Looks for the inputs where their sizes are not known yet.</summary>
    /// <exception cref="ArgumentException">One is missing, or holds something else than vectors of floats.</exception>
    public static void Check(SchemaShape schema, GraphTensors tensors)
    {
        foreach (var expected in ShapeOf(tensors.Inputs))
        {
            var found = schema.FirstOrDefault(column => column.Name == expected.Name);
            if (found.Name is null || found.Kind != expected.Kind || !found.ItemType.Equals(expected.ItemType))
            {
                var names = string.Join(", ", schema.Select(column => column.Name));
                throw new ArgumentException(
                    $"Column '{expected.Name}': found"
                        + (
                            found.Name is null
                                ? $" none of that name among {names}"
                                : $" a {found.Kind} of {found.ItemType}"
                        )
                        + $"; expected a {expected.Kind} of {expected.ItemType}.",
                    nameof(schema)
                );
            }
        }
    }

    /// <summary>The type of a tensor as a column: as ML.NET's own transformer has it, with the one row that it runs at a time.</summary>
    private static VectorDataViewType TypeOf(TensorShape tensor) =>
        new(NumberDataViewType.Single, (int[])[1, .. tensor.Shape]);

    private static string Describe(DataViewType? type, DataViewSchema schema) =>
        type switch
        {
            null => $"none of that name among {string.Join(", ", schema.Select(column => column.Name))}",
            VectorDataViewType { IsKnownSize: true } vector => $"a vector of {vector.Size} {vector.ItemType}",
            VectorDataViewType vector => $"a vector of unknown size of {vector.ItemType}",
            _ => type.ToString()!,
        };
}
