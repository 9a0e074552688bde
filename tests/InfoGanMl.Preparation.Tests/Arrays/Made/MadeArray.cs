using System.Runtime.InteropServices;
using InfoGanMl.Preparation.Arrays.Values;

namespace InfoGanMl.Preparation.Tests.Arrays.Made;

/// <summary>Arrays as a reader hands them over.</summary>
internal static class MadeArray
{
    private static readonly Dictionary<Type, ElementType> Types = new()
    {
        [typeof(bool)] = ElementType.Boolean,
        [typeof(sbyte)] = ElementType.Int8,
        [typeof(byte)] = ElementType.UInt8,
        [typeof(ushort)] = ElementType.UInt16,
        [typeof(long)] = ElementType.Int64,
        [typeof(float)] = ElementType.Single,
        [typeof(double)] = ElementType.Double,
    };

    /// <summary>An array whose values lie in this order.</summary>
    public static NumericArray Of<T>(T[] values, int[] sizes, bool isColumnMajor = false)
        where T : struct
    {
        var source = new ArraySource("made.npz", "images");
        var bytes = MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
        var type = Types[typeof(T)];
        return new(
            source,
            type,
            ArrayShape.Create(source, sizes, isColumnMajor, type.Size()),
            new(type == ElementType.Boolean ? ElementType.UInt8 : type, bytes, !BitConverter.IsLittleEndian)
        );
    }
}
