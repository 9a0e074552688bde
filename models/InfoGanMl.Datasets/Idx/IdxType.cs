using System.Buffers.Binary;

namespace InfoGanMl.Datasets.Idx;

/// <summary>What the values of an IDX file are: the third byte of its magic number.</summary>
internal enum IdxType
{
    UnsignedByte = 0x08,
    SignedByte = 0x09,
    Int16 = 0x0B,
    Int32 = 0x0C,
    Single = 0x0D,
    Double = 0x0E,
}

/// <summary>How values are stored: the largest byte first.</summary>
internal static class IdxTypes
{
    /// <summary>Bytes of a value.</summary>
    public static int Size(this IdxType type) =>
        type switch
        {
            IdxType.UnsignedByte or IdxType.SignedByte => 1,
            IdxType.Int16 => 2,
            IdxType.Int32 or IdxType.Single => 4,
            _ => 8,
        };

    /// <summary>The value that begins there.</summary>
    public static double Read(this IdxType type, ReadOnlySpan<byte> bytes) =>
        type switch
        {
            IdxType.UnsignedByte => bytes[0],
            IdxType.SignedByte => (sbyte)bytes[0],
            IdxType.Int16 => BinaryPrimitives.ReadInt16BigEndian(bytes),
            IdxType.Int32 => BinaryPrimitives.ReadInt32BigEndian(bytes),
            IdxType.Single => BinaryPrimitives.ReadSingleBigEndian(bytes),
            _ => BinaryPrimitives.ReadDoubleBigEndian(bytes),
        };
}
