using InfoGanMl.Preparation.Arrays.Values;

namespace InfoGanMl.Preparation.Arrays.Matlab;

/// <summary>What stands before the data of an element: up to four bytes of data stand in the tag itself.</summary>
/// <param name="Type">Code of what it stores.</param>
/// <param name="Length">Bytes of data.</param>
/// <param name="IsSmall">Whether the data are in the tag.</param>
internal sealed record MatTag(uint Type, uint Length, bool IsSmall)
{
    private const int Alignment = 8; // bytes that data are padded to
    private const int MostSmall = 4; // bytes of data in a tag

    /// <summary>Reads a tag; its data are next.</summary>
    public static MatTag Read(ContentReader reader, string what)
    {
        var first = reader.ReadUInt32(what);
        if (first >> 16 == 0)
        {
            return new(first, reader.ReadUInt32(what), IsSmall: false);
        }

        var length = first >> 16;
        return length <= MostSmall
            ? new(first & 0xffff, length, IsSmall: true)
            : throw reader.Source.Refuse($"{length} bytes in the tag of {what}", $"at most {MostSmall}");
    }

    /// <summary>Reads the data.</summary>
    public byte[] ReadData(ContentReader reader, string what, CancellationToken cancellation)
    {
        var data = reader.Read(Length, what, cancellation);
        SkipPadding(reader);
        return data;
    }

    /// <summary>Goes from the end of the data to the next element; behind the last one may be no padding.</summary>
    public void SkipPadding(ContentReader reader)
    {
        var padding = IsSmall ? MostSmall - Length : (Alignment - Length % Alignment) % Alignment;
        reader.Read(Math.Min(padding, reader.Remaining), "padding", CancellationToken.None);
    }
}
