namespace InfoGanMl.Preparation.Arrays.Values;

/// <summary>CRC-32 as zip archives state it, over gigabytes: by a table, as the reflected polynomial is 0xEDB88320.</summary>
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

    private static uint Divide(uint remainder)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            remainder = (remainder >> 1) ^ ((remainder & 1) * 0xedb88320u);
        }

        return remainder;
    }
}
