using System.Buffers.Binary;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Preparation.Arrays.Values;

/// <summary>
/// Reads a part of a file, unpacked on the way, turns every fault into an exception that says where, and allocates nothing that
/// the part cannot hold.
/// </summary>
/// <param name="source">What is read.</param>
/// <param name="content">The part.</param>
/// <param name="capacity">The most bytes that it can hold.</param>
/// <param name="isBigEndian">Order of bytes in its numbers.</param>
internal sealed class ContentReader(ArraySource source, Stream content, long capacity, bool isBigEndian)
{
    /// <summary>The most that deflate can shrink data.</summary>
    public const int DeflateRatio = 1032;

    private const int ChunkSize = 1 << 20; // bytes between two looks at the cancellation
    private const int MostRest = 1 << 16;

    /// <summary>What is read, for errors; becomes known on the way.</summary>
    public ArraySource Source { get; set; } = source;

    /// <summary>Told of all bytes that are read.</summary>
    public Checksum? Checksum { get; init; }

    /// <summary>The order of bytes in its numbers.</summary>
    public bool IsBigEndian => isBigEndian;

    /// <summary>The most bytes that can follow.</summary>
    public long Remaining { get; private set; } = capacity;

    /// <summary>Says how many bytes follow.</summary>
    public void Announce(long length)
    {
        RequireRoom(length, "the announced content");
        Remaining = length;
    }

    /// <summary>Reads a number.</summary>
    public uint ReadUInt32(string what)
    {
        var bytes = Read(sizeof(uint), what, CancellationToken.None);
        return isBigEndian
            ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    /// <summary>Reads so many bytes.</summary>
    public byte[] Read(long length, string what, CancellationToken cancellation)
    {
        RequireRoom(length, what);
        var bytes = new byte[length];
        for (var start = 0; start < length; start += ChunkSize)
        {
            cancellation.ThrowIfCancellationRequested();
            var chunk = bytes.AsSpan(start, (int)Math.Min(ChunkSize, length - start));
            if (Fill(chunk) is var read && read < chunk.Length)
            {
                throw Source.Refuse($"the end after {start + read} bytes of {what}", $"{length}");
            }
        }

        return bytes;
    }

    /// <summary>Reads on to the end, where what packs the content has its checksum; a few bytes of padding may be left.</summary>
    public void Finish()
    {
        if (Fill(new byte[MostRest]) == MostRest)
        {
            throw Source.Refuse("more bytes after the values", "the end");
        }
    }

    private void RequireRoom(long length, string what)
    {
        if (length > Math.Min(Remaining, Array.MaxLength))
        {
            throw Source.Refuse($"room for at most {Remaining} bytes", $"the {length} of {what}");
        }
    }

    private int Fill(Span<byte> bytes)
    {
        try
        {
            var read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            Remaining -= read;
            Checksum?.Append(bytes[..read]);
            return read;
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException)
        {
            throw Source.Refuse($"damaged data ({damage.Message})", "what can be unpacked", inner: damage);
        }
    }
}
