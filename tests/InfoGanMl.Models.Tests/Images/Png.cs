using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using InfoGanMl.Testing;

namespace InfoGanMl.Models.Tests.Images;

/// <summary>A PNG file taken apart with other code than the one that wrote it.</summary>
internal sealed class Png
{
    private Png(List<(string, byte[])> chunks)
    {
        Chunks = chunks;
    }

    public IReadOnlyList<(string Type, byte[] Data)> Chunks { get; }

    public int Width => BinaryPrimitives.ReadInt32BigEndian(Chunks[0].Data);

    /// <summary>Inflated rows, each led by its filter type.</summary>
    public byte[] Rows
    {
        get
        {
            using var zlib = new ZLibStream(new MemoryStream(Chunks[1].Data), CompressionMode.Decompress);
            using var rows = new MemoryStream();
            zlib.CopyTo(rows);
            return rows.ToArray();
        }
    }

    public static Png Parse(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], file[..8]);
        var chunks = new List<(string, byte[])>();
        for (var start = 8; start < file.Length; )
        {
            var end = start + 8 + BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(start));
            Assert.Equal(
                Crc32.Of(file.AsSpan(start + 4, end - start - 4)),
                BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(end))
            );
            chunks.Add((Encoding.ASCII.GetString(file, start + 4, 4), file[(start + 8)..end]));
            start = end + 4;
        }

        return new(chunks);
    }
}
