using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace InfoGanMl.Preparation.Arrays.Values;

/// <summary>Values in the type that a file stores them in: as doubles, images would be eight times as large.</summary>
internal sealed class StoredValues
{
    private readonly byte[] _bytes;

    /// <param name="type">The type; bytes for booleans.</param>
    /// <param name="bytes">The values as they lie in the file; belongs to this object from now on.</param>
    /// <param name="isBigEndian">Their order of bytes.</param>
    public StoredValues(ElementType type, byte[] bytes, bool isBigEndian)
    {
        (Type, _bytes) = (type, bytes);
        if (isBigEndian == BitConverter.IsLittleEndian)
        {
            ReverseBytes(type.Size());
        }
    }

    /// <summary>Their type, which may be narrower than their array's.</summary>
    public ElementType Type { get; }

    /// <summary>How many there are.</summary>
    public int Count => _bytes.Length / Type.Size();

    /// <summary>The values of a type of one byte.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>A value, by its number in the order of the file; integers beyond 2^53 are rounded.</summary>
    public double this[int offset] =>
        Type switch
        {
            ElementType.UInt8 => _bytes[offset],
            ElementType.Int8 => (sbyte)_bytes[offset],
            ElementType.Int16 => As<short>()[offset],
            ElementType.UInt16 => As<ushort>()[offset],
            ElementType.Int32 => As<int>()[offset],
            ElementType.UInt32 => As<uint>()[offset],
            ElementType.Int64 => As<long>()[offset],
            ElementType.UInt64 => As<ulong>()[offset],
            ElementType.Single => As<float>()[offset],
            _ => As<double>()[offset],
        };

    /// <summary>Where the first value outside a range is; -1 if none is.</summary>
    public int FindOutside(double least, double most)
    {
        var (lowest, highest) = Type.Range();
        var count = lowest >= least && highest <= most ? 0 : Count; // as of bytes none is outside 0 to 255
        for (var offset = 0; offset < count; offset++)
        {
            if (!(this[offset] >= least && this[offset] <= most)) // nor is NaN within
            {
                return offset;
            }
        }

        return -1;
    }

    private Span<T> As<T>()
        where T : struct => MemoryMarshal.Cast<byte, T>(_bytes.AsSpan());

    private void ReverseBytes(int size)
    {
        switch (size)
        {
            case sizeof(ushort):
                BinaryPrimitives.ReverseEndianness(As<ushort>(), As<ushort>());
                break;
            case sizeof(uint):
                BinaryPrimitives.ReverseEndianness(As<uint>(), As<uint>());
                break;
            case sizeof(ulong):
                BinaryPrimitives.ReverseEndianness(As<ulong>(), As<ulong>());
                break;
        }
    }
}
