namespace InfoGanMl.Preparation.Arrays.Values;

/// <summary>What the values of an array are.</summary>
internal enum ElementType
{
    /// <summary>One byte, 0 or 1.</summary>
    Boolean,
    Int8,
    UInt8,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
}

/// <summary>Sizes, names and ranges of the types.</summary>
internal static class ElementTypes
{
    /// <summary>Bytes of a value.</summary>
    public static int Size(this ElementType type) =>
        type switch
        {
            ElementType.Boolean or ElementType.Int8 or ElementType.UInt8 => 1,
            ElementType.Int16 or ElementType.UInt16 => 2,
            ElementType.Int32 or ElementType.UInt32 or ElementType.Single => 4,
            _ => 8,
        };

    /// <summary>Whether values may be fractions.</summary>
    public static bool IsFloat(this ElementType type) => type is ElementType.Single or ElementType.Double;

    /// <summary>The name that MATLAB and NumPy both know.</summary>
    public static string Describe(this ElementType type) => type.ToString().ToLowerInvariant();

    /// <summary>The least and the largest value; of 64 bits as close as a double comes.</summary>
    public static (double Least, double Most) Range(this ElementType type) =>
        type switch
        {
            ElementType.Boolean => (0, 1),
            ElementType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
            ElementType.UInt8 => (byte.MinValue, byte.MaxValue),
            ElementType.Int16 => (short.MinValue, short.MaxValue),
            ElementType.UInt16 => (ushort.MinValue, ushort.MaxValue),
            ElementType.Int32 => (int.MinValue, int.MaxValue),
            ElementType.UInt32 => (uint.MinValue, uint.MaxValue),
            ElementType.Int64 => (long.MinValue, long.MaxValue),
            ElementType.UInt64 => (ulong.MinValue, ulong.MaxValue),
            _ => (double.NegativeInfinity, double.PositiveInfinity),
        };
}
