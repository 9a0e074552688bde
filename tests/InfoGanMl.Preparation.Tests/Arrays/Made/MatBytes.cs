using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace InfoGanMl.Preparation.Tests.Arrays.Made;

/// <summary>Writes little-endian MAT-files that no program would write.</summary>
internal static class MatBytes
{
    /// <summary>A file of these variables.</summary>
    public static byte[] File(params byte[][] variables) =>
        [
            .. "MATLAB 5.0 MAT-file, made by a test".PadRight(124).Select(c => (byte)c),
            .. (byte[])[0, 1, (byte)'I', (byte)'M'],
            .. variables.SelectMany(bytes => bytes),
        ];

    /// <summary>A variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="flags">Class and traits.</param>
    /// <param name="sizes">Length of each axis.</param>
    /// <param name="values">The element with its values.</param>
    public static byte[] Variable(string name, int flags, int[] sizes, byte[] values) =>
        Element(
            14,
            [
                .. Element(6, [.. Number(flags), .. Number(0)]),
                .. Element(5, [.. sizes.SelectMany(Number)]),
                .. Element(1, Encoding.UTF8.GetBytes(name)),
                .. values,
            ]
        );

    /// <summary>A data element with its padding.</summary>
    public static byte[] Element(int type, byte[] data) =>
        [.. Number(type), .. Number(data.Length), .. data, .. new byte[(8 - data.Length % 8) % 8]];

    /// <summary>An element packed.</summary>
    public static byte[] Pack(byte[] element)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(element);
        }

        return [.. Number(15), .. Number((int)packed.Length), .. packed.ToArray()];
    }

    public static byte[] Number(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
