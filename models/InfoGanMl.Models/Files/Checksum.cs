namespace InfoGanMl.Models.Files;

/// <summary>CRC-32 as PNG files and zip archives state it: by a table, as the reflected polynomial is 0xEDB88320.</summary>
internal sealed class Checksum
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Divide((uint)value))];
    private uint _state = uint.MaxValue;

    /// <summary>That of all bytes so far.</summary>
    public uint Value => ~_state;

    /// <summary>Goes on with these bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var state = _state;
        foreach (var value in bytes)
        {
            state = Table[(byte)(state ^ value)] ^ (state >> 8);
        }

        _state = state;
    }

    /// <summary>That of these bytes alone.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var checksum = new Checksum();
        checksum.Append(bytes);
        return checksum.Value;
    }

    private static uint Divide(uint remainder)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            remainder = (remainder >> 1) ^ ((remainder & 1) * 0xedb88320u);
        }

        return remainder;
    }
}
