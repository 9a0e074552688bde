using System.Buffers.Binary;
using System.IO.Compression;

namespace InfoGanMl.Datasets.Tests.Idx;

/// <summary>Builds small IDX files byte by byte.</summary>
internal static class IdxBytes
{
    /// <summary>Images of 2×3 pixels that count up from 0.</summary>
    public static byte[] Images(int count) =>
        [.. Numbers(2051, count, 2, 3), .. Enumerable.Range(0, count * 6).Select(value => (byte)value)];

    /// <summary>Labels 0, 1, 2 ...</summary>
    public static byte[] Labels(int count) =>
        [.. Numbers(2049, count), .. Enumerable.Range(0, count).Select(value => (byte)value)];

    public static byte[] Numbers(params int[] numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(int)];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(i * sizeof(int)), numbers[i]);
        }

        return bytes;
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
