namespace InfoGanMl.Fuzz.Mutations;

/// <summary>A field of a protobuf message, to be changed and written again with lengths that fit.</summary>
internal sealed class ProtobufField
{
    /// <summary>Number in the message.</summary>
    public int Number { get; set; }

    /// <summary>0 varint, 1 eight bytes, 2 counted bytes, 5 four bytes.</summary>
    public int WireType { get; set; }

    /// <summary>The value of a varint.</summary>
    public ulong Varint { get; set; }

    /// <summary>The bytes of any other type.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>The fields of a message; null where the bytes are something else.</summary>
    public List<ProtobufField>? Message { get; set; }

    /// <summary>Reads a message; null where the bytes are none.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="isMessage">Tells whether a field is a message in turn, by its path such as "7/1/5".</param>
    /// <param name="path">Path of the message, ending in a slash unless empty.</param>
    public static List<ProtobufField>? Parse(byte[] bytes, Func<string, bool> isMessage, string path = "")
    {
        var (fields, at) = (new List<ProtobufField>(), 0);
        while (at < bytes.Length)
        {
            var tag = ReadVarint(bytes, ref at);
            var field = new ProtobufField { Number = (int)(tag >> 3), WireType = (int)(tag & 7) };
            if (field.WireType == 0)
            {
                field.Varint = ReadVarint(bytes, ref at);
            }
            else
            {
                var length = field.WireType switch
                {
                    1 => 8UL,
                    2 => ReadVarint(bytes, ref at),
                    5 => 4UL,
                    _ => ulong.MaxValue,
                };
                if (length > (ulong)(bytes.Length - at))
                {
                    return null;
                }

                field.Bytes = bytes[at..(at + (int)length)];
                at += (int)length;
                var inner = path + field.Number;
                field.Message =
                    field.WireType == 2 && isMessage(inner) ? Parse(field.Bytes, isMessage, inner + "/") : null;
            }

            fields.Add(field);
        }

        return fields;
    }

    /// <summary>Writes a message.</summary>
    public static byte[] Write(IEnumerable<ProtobufField> fields)
    {
        using var bytes = new MemoryStream();
        foreach (var field in fields)
        {
            WriteVarint(bytes, ((ulong)field.Number << 3) | (uint)field.WireType);
            if (field.WireType == 0)
            {
                WriteVarint(bytes, field.Varint);
                continue;
            }

            var content = field.Message is { } message ? Write(message) : field.Bytes;
            if (field.WireType == 2)
            {
                WriteVarint(bytes, (ulong)content.Length);
            }

            bytes.Write(content);
        }

        return bytes.ToArray();
    }

    private static ulong ReadVarint(byte[] bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; at < bytes.Length && shift < 64; shift += 7)
        {
            var part = bytes[at++];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                break;
            }
        }

        return value;
    }

    private static void WriteVarint(MemoryStream bytes, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            bytes.WriteByte((byte)(value | 0x80));
        }

        bytes.WriteByte((byte)value);
    }
}
