using System.Buffers.Binary;
using System.IO.Compression;

namespace InfoGanMl.Testing;

/// <summary>The checksum of PNG files, by other code than the one that writes them: gzip ends in it, and in the length.</summary>
public static class Crc32
{
    /// <summary>The CRC-32 of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return BinaryPrimitives.ReadUInt32LittleEndian(packed.ToArray().AsSpan()[^8..]);
    }
}
