using System.Buffers.Binary;
using InfoGanMl.Models.Checks;
using InfoGanMl.Models.Tensors;

namespace InfoGanMl.Inference.UntrustedGraphs;

/// <summary>Reads weights and the tensors at a graph's border; field numbers as in <see cref="GraphReader"/>.</summary>
internal static class TensorReader
{
    private const long Float = 1;
    private const long Integer = 7;
    private const int MostDimensions = 4;

    /// <summary>Reads a TensorProto whose data fill its shape.</summary>
    public static (string Name, GraphWeight Weight) ReadWeight(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes, "TensorProto");
        var (name, shape, type) = ("", new List<int>(), 0L);
        var data = ReadOnlySpan<byte>.Empty;
        while (reader.MoveNext(out var field))
        {
            switch (field)
            {
                case 1 << 3:
                    shape.Add(Dimension(reader.ReadInteger()));
                    break;
                case 2 << 3:
                    reader.Once(field);
                    type = reader.ReadInteger();
                    break;
                case 8 << 3 | 2:
                    reader.Once(field);
                    name = reader.ReadName();
                    break;
                case 9 << 3 | 2:
                    reader.Once(field);
                    data = reader.ReadBytes();
                    break;
                default:
                    throw reader.Unknown(field);
            }
        }

        var size = SizeOf(shape) * (type == Integer ? sizeof(long) : sizeof(float));
        return type is Float or Integer && data.Length == size
            ? (name, new(shape, type == Integer ? ToIntegers(data) : null))
            : throw new GraphFaultException(
                $"'{name}' of type {type} with {data.Length} bytes",
                $"float32 or int64, and {size} bytes"
            );
    }

    /// <summary>Reads a ValueInfoProto: float32, with a first dimension that has a name instead of a size.</summary>
    public static TensorShape ReadBorder(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes, "ValueInfoProto");
        var (name, shape) = ("", new List<int>());
        while (reader.MoveNext(out var field))
        {
            reader.Once(field);
            switch (field)
            {
                case 1 << 3 | 2:
                    name = reader.ReadName();
                    break;
                case 2 << 3 | 2:
                    shape = ReadType(reader.ReadBytes());
                    break;
                case 3 << 3 | 2:
                    reader.ReadText();
                    break;
                default:
                    throw reader.Unknown(field);
            }
        }

        return shape is [0, _, ..] && shape[1..].TrueForAll(size => size > 0)
            ? new(name, shape[1..])
            : throw new GraphFaultException(
                $"'{name}' of shape [{string.Join(',', shape)}]",
                "[N, ...] with sizes behind N"
            );
    }

    /// <summary>Number of values; at most that of the largest activation.</summary>
    public static long SizeOf(IReadOnlyList<int> shape) =>
        shape.Count is > 0 and <= MostDimensions
        && shape.Aggregate(1L, (product, size) => Math.Min(product * size, int.MaxValue))
            is var product
                and <= Limits.Values
            ? product
            : throw new GraphFaultException($"shape [{string.Join(',', shape)}]", $"1 to {Limits.Values} values");

    private static List<int> ReadType(ReadOnlySpan<byte> bytes)
    {
        var tensor = Single(bytes, 1, "TypeProto");
        var reader = new WireReader(tensor, "TypeProto.Tensor");
        var shape = new List<int>();
        while (reader.MoveNext(out var field))
        {
            reader.Once(field);
            switch (field)
            {
                case 1 << 3 when reader.ReadInteger() == Float:
                    break;
                case 2 << 3 | 2:
                    shape = ReadShape(reader.ReadBytes());
                    break;
                default:
                    throw reader.Unknown(field);
            }
        }

        return shape;
    }

    /// <summary>Sizes, with 0 for a dimension that has a name.</summary>
    private static List<int> ReadShape(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes, "TensorShapeProto");
        var shape = new List<int>();
        while (reader.MoveNext(out var field))
        {
            shape.Add(field == (1 << 3 | 2) ? ReadDimension(reader.ReadBytes()) : throw reader.Unknown(field));
        }

        return shape;
    }

    private static int ReadDimension(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes, "TensorShapeProto.Dimension");
        reader.MoveNext(out var field);
        var size = field switch
        {
            1 << 3 => Dimension(reader.ReadInteger()),
            2 << 3 | 2 when reader.ReadName().Length > 0 => 0,
            _ => throw reader.Unknown(field),
        };
        return reader.MoveNext(out field) ? throw reader.Unknown(field) : size;
    }

    private static ReadOnlySpan<byte> Single(ReadOnlySpan<byte> bytes, ulong number, string message)
    {
        var reader = new WireReader(bytes, message);
        if (!reader.MoveNext(out var field) || field != (number << 3 | 2))
        {
            throw reader.Unknown(field);
        }

        var content = reader.ReadBytes();
        return reader.MoveNext(out field) ? throw reader.Unknown(field) : content;
    }

    private static int Dimension(long size) =>
        size is > 0 and <= Limits.Values
            ? (int)size
            : throw new GraphFaultException($"dimension {size}", $"1 to {Limits.Values}");

    private static List<long> ToIntegers(ReadOnlySpan<byte> data)
    {
        var integers = new List<long>(data.Length / sizeof(long));
        for (; data.Length >= sizeof(long); data = data[sizeof(long)..])
        {
            integers.Add(BinaryPrimitives.ReadInt64LittleEndian(data));
        }

        return integers;
    }
}
