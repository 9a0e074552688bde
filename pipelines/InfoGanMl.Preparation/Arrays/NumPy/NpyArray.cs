using System.Buffers.Binary;
using System.Text;
using InfoGanMl.Preparation.Arrays.Values;

namespace InfoGanMl.Preparation.Arrays.NumPy;

/// <summary>Reads an array of NumPy's format .npy, version 1.0 to 3.0: a preamble, a header, and the values.</summary>
internal static class NpyArray
{
    private const int PreambleSize = 8; // magic and version
    private const int LongestHeader = 1 << 16; // bytes; NumPy itself warns beyond 10,000

    /// <summary>What it begins with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads it to the end, which must be that of the values.</summary>
    /// <exception cref="Errors.InvalidArrayFileException">It is damaged, or holds other values than numbers.</exception>
    public static NumericArray Read(ContentReader reader, CancellationToken cancellation)
    {
        var source = reader.Source;
        var header = NpyHeader.Parse(source, ReadHeader(reader, cancellation));
        var type = NpyType.Parse(source, header.Type);
        var shape = ArrayShape.Create(source, header.Sizes, header.IsColumnMajor, type.Type.Size());
        var length = (long)shape.Count * type.Type.Size();
        if (length != reader.Remaining)
        {
            throw source.Refuse($"{reader.Remaining} bytes of values", $"{length}, for {type.Type.Describe()} {shape}");
        }

        var storage = type.Type == ElementType.Boolean ? ElementType.UInt8 : type.Type;
        var values = new StoredValues(storage, reader.Read(length, "values", cancellation), type.IsBigEndian);
        reader.Finish();
        return new NumericArray(source, type.Type, shape, values).RequireRange();
    }

    private static string ReadHeader(ContentReader reader, CancellationToken cancellation)
    {
        var preamble = reader.Read(PreambleSize, "preamble", cancellation);
        var (major, minor) = (preamble[Magic.Length], preamble[Magic.Length + 1]);
        if (!preamble.AsSpan().StartsWith(Magic) || major is not (1 or 2 or 3) || minor != 0)
        {
            throw reader.Source.Refuse(
                preamble.AsSpan().StartsWith(Magic) ? $"version {major}.{minor} of NumPy's format" : "other data",
                "an array in NumPy's format, version 1.0, 2.0 or 3.0"
            );
        }

        var length =
            major == 1
                ? BinaryPrimitives.ReadUInt16LittleEndian(reader.Read(sizeof(ushort), "length", cancellation))
                : reader.ReadUInt32("length");
        return length <= LongestHeader
            ? Encoding.Latin1.GetString(reader.Read(length, "header", cancellation))
            : throw reader.Source.Refuse($"a header of {length} bytes", $"at most {LongestHeader}");
    }
}
