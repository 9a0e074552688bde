using InfoGanMl.Models.Tensors;

namespace InfoGanMl.Inference.UntrustedGraphs;

/// <summary>Reads a graph and its nodes; field numbers as in <see cref="GraphReader"/>.</summary>
internal static class PartReader
{
    /// <summary>Reads a GraphProto.</summary>
    public static Graph ReadGraph(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes, "GraphProto");
        var (nodes, weights) = (new List<GraphNode>(), new Dictionary<string, GraphWeight>());
        var (inputs, outputs) = (new List<TensorShape>(), new List<TensorShape>());
        while (reader.MoveNext(out var field))
        {
            switch (field)
            {
                case 1 << 3 | 2:
                    nodes.Add(ReadNode(reader.ReadBytes()));
                    break;
                case 2 << 3 | 2:
                    reader.Once(field);
                    reader.ReadName();
                    break;
                case 5 << 3 | 2:
                    var (name, weight) = TensorReader.ReadWeight(reader.ReadBytes());
                    Add(weights, name, weight);
                    break;
                case 10 << 3 | 2:
                    reader.Once(field);
                    reader.ReadText();
                    break;
                case 11 << 3 | 2:
                    inputs.Add(TensorReader.ReadBorder(reader.ReadBytes()));
                    break;
                case 12 << 3 | 2:
                    outputs.Add(TensorReader.ReadBorder(reader.ReadBytes()));
                    break;
                default:
                    throw reader.Unknown(field);
            }
        }

        return new(nodes, weights, inputs, outputs);
    }

    private static GraphNode ReadNode(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes, "NodeProto");
        var (inputs, outputs, operation) = (new List<string>(), new List<string>(), "");
        var attributes = new Dictionary<string, IReadOnlyList<long>>();
        while (reader.MoveNext(out var field))
        {
            switch (field)
            {
                case 1 << 3 | 2:
                    inputs.Add(reader.ReadName());
                    break;
                case 2 << 3 | 2:
                    outputs.Add(reader.ReadName());
                    break;
                case 3 << 3 | 2:
                    reader.Once(field);
                    reader.ReadName();
                    break;
                case 4 << 3 | 2:
                    reader.Once(field);
                    operation = reader.ReadName();
                    break;
                case 5 << 3 | 2:
                    var (name, values) = ReadAttribute(reader.ReadBytes());
                    Add(attributes, name, values);
                    break;
                default:
                    throw reader.Unknown(field);
            }
        }

        return new(operation, inputs, outputs, attributes);
    }

    private static (string Name, IReadOnlyList<long> Values) ReadAttribute(ReadOnlySpan<byte> bytes)
    {
        const long Float = 1;
        const long Integer = 2;
        const long Integers = 7;
        var reader = new WireReader(bytes, "AttributeProto");
        var (name, values, type, held) = ("", new List<long>(), 0L, 0L);
        while (reader.MoveNext(out var field))
        {
            switch (field)
            {
                case 1 << 3 | 2:
                    reader.Once(field);
                    name = reader.ReadName();
                    break;
                case 2 << 3 | 5 when float.IsFinite(reader.ReadFloat()): // how large it is changes no shape
                    reader.Once(field);
                    held |= Float;
                    break;
                case 3 << 3:
                    reader.Once(field);
                    values.Add(reader.ReadInteger());
                    held |= Integer;
                    break;
                case 8 << 3:
                    values.Add(reader.ReadInteger());
                    held |= Integers;
                    break;
                case 20 << 3:
                    reader.Once(field);
                    type = reader.ReadInteger();
                    break;
                default:
                    throw reader.Unknown(field);
            }
        }

        // Kinds are not told apart by bits alone, but one kind's number is never that of two others.
        return type == held && type is Float or Integer or Integers
            ? (name, values)
            : throw new GraphFaultException(
                $"attribute '{name}' of type {type}",
                "one value of the type that it names"
            );
    }

    private static void Add<T>(Dictionary<string, T> all, string name, T item)
    {
        if (!all.TryAdd(name, item))
        {
            throw new GraphFaultException($"'{name}' twice", "names of their own");
        }
    }
}
