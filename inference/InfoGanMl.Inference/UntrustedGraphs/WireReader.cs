using System.Buffers.Binary;
using System.Text;

namespace InfoGanMl.Inference.UntrustedGraphs;

/// <summary>Walks the fields of a protobuf message without leaving its bytes, and without calling itself.</summary>
/// <remarks>
/// Protobuf lets a later field replace or extend an earlier one and lets readers skip what they do not know, so two readers
/// may see two graphs in one file. Here a field is known and comes once, unless it is a list.
/// </remarks>
/// <param name="bytes">The message.</param>
/// <param name="message">Its name in the ONNX format, for errors.</param>
internal ref struct WireReader(ReadOnlySpan<byte> bytes, string message)
{
    private const int LongestText = 1 << 16;

    private readonly string _message = message;
    private ReadOnlySpan<byte> _rest = bytes;
    private uint _seen;

    /// <summary>Goes to the next field.</summary>
    /// <param name="field">Its number and type, as number · 8 + type.</param>
    /// <returns>Whether there is one.</returns>
    public bool MoveNext(out ulong field)
    {
        field = _rest.IsEmpty ? 0 : ReadVarint();
        return field != 0;
    }

    /// <summary>Refuses a field that comes a second time.</summary>
    public void Once(ulong field)
    {
        var bit = 1u << (int)(field >> 3);
        if ((_seen & bit) != 0)
        {
            throw new GraphFaultException($"field {field >> 3} of {_message} twice", "it once");
        }

        _seen |= bit;
    }

    /// <summary>The exception for a field that the exporter does not write.</summary>
    public readonly GraphFaultException Unknown(ulong field) =>
        new($"field {field >> 3} of type {field & 7} in {_message}", "only what InfoGanMl exports");

    /// <summary>A whole number.</summary>
    public long ReadInteger() => (long)ReadVarint();

    /// <summary>A number of four bytes.</summary>
    public float ReadFloat() => BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)));

    /// <summary>Bytes behind their count: a message, a text or raw data.</summary>
    public ReadOnlySpan<byte> ReadBytes() => Take(ReadVarint());

    /// <summary>A text for people, which is left to be shown.</summary>
    public string ReadText()
    {
        var text = ReadBytes();
        return text.Length <= LongestText && System.Text.Unicode.Utf8.IsValid(text)
            ? Encoding.UTF8.GetString(text)
            : throw new GraphFaultException(
                $"{text.Length} bytes of text in {_message}",
                $"at most {LongestText} of UTF-8"
            );
    }

    /// <summary>A name of a tensor, a node or an operator.</summary>
    public string ReadName()
    {
        var name = ReadText();
        return name.Length is > 0 and <= 256 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? name
            : throw new GraphFaultException($"name '{name}' in {_message}", "1 to 256 letters, digits and '_'");
    }

    private ulong ReadVarint()
    {
        var value = 0UL;
        for (var (i, shift) = (0, 0); i < _rest.Length && shift < 64; i++, shift += 7)
        {
            value |= (ulong)(_rest[i] & 0x7f) << shift;
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return value;
            }
        }

        throw new GraphFaultException($"a number without an end in {_message}", "one of at most ten bytes");
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_rest.Length)
        {
            throw new GraphFaultException(
                $"{count} bytes announced in {_message}",
                $"at most the {_rest.Length} that follow"
            );
        }

        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }
}
