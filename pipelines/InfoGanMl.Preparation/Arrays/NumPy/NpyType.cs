using InfoGanMl.Preparation.Arrays.Values;

namespace InfoGanMl.Preparation.Arrays.NumPy;

/// <summary>A type of values as NumPy writes it: order of bytes, kind, and bytes of a value.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsBigEndian">The order of bytes.</param>
internal sealed record NpyType(ElementType Type, bool IsBigEndian)
{
    /// <summary>Parses such as '&lt;u2', little-endian, '&gt;f8', big-endian, or '|u1'.</summary>
    /// <exception cref="Errors.InvalidArrayFileException">These are no real numbers, or of a size that is not read.</exception>
    public static NpyType Parse(ArraySource source, string text)
    {
        var type = Find(text.Length > 0 ? text[1..] : "");
        var hasOrder = text is ['<' or '>', ..] || text is ['|', ..] && type?.Size() == 1;
        return type is { } found && hasOrder
            ? new(found, text[0] == '>')
            : throw source.Refuse(
                Describe(text),
                "booleans, integers, or floats of 4 or 8 bytes",
                "Convert the array in NumPy, such as with astype('uint8'), and save it anew."
            );
    }

    private static ElementType? Find(string kind) =>
        kind switch
        {
            "b1" => ElementType.Boolean,
            "i1" => ElementType.Int8,
            "u1" => ElementType.UInt8,
            "i2" => ElementType.Int16,
            "u2" => ElementType.UInt16,
            "i4" => ElementType.Int32,
            "u4" => ElementType.UInt32,
            "i8" => ElementType.Int64,
            "u8" => ElementType.UInt64,
            "f4" => ElementType.Single,
            "f8" => ElementType.Double,
            _ => null,
        };

    private static string Describe(string text) =>
        text is [_, var kind, ..]
            ? kind switch
            {
                'O' => "Python objects, which are pickled: programs, not numbers",
                'U' or 'S' => "texts",
                'c' => "complex numbers",
                'V' => "raw data",
                _ => $"values of NumPy's type '{text}'",
            }
            : $"values of NumPy's type '{text}'";
}
