using InfoGanMl.Preparation.Arrays.Values;

namespace InfoGanMl.Preparation.Arrays.Matlab;

/// <summary>The codes of MAT-files for what data elements store ("mi") and for the classes of variables ("mx").</summary>
/// <remarks>MathWorks, MAT-File Format, tables 1-1 and 1-3.</remarks>
internal static class MatTypes
{
    public const uint Int8 = 1;
    public const uint UInt8 = 2;
    public const uint Int32 = 5;
    public const uint UInt32 = 6;
    public const uint Matrix = 14;
    public const uint Compressed = 15;
    public const uint Utf8 = 16;
    public const byte OpaqueClass = 17; // objects of MATLAB's later classes, which have no sizes
    public const uint LogicalFlag = 0x200;
    public const uint ComplexFlag = 0x800;

    /// <summary>The numbers that a data element stores; null if it stores none.</summary>
    public static ElementType? FindStorage(uint code) =>
        code switch
        {
            Int8 => ElementType.Int8,
            UInt8 => ElementType.UInt8,
            3 => ElementType.Int16,
            4 => ElementType.UInt16,
            Int32 => ElementType.Int32,
            UInt32 => ElementType.UInt32,
            7 => ElementType.Single,
            9 => ElementType.Double,
            12 => ElementType.Int64,
            13 => ElementType.UInt64,
            _ => null,
        };

    /// <summary>The numbers that a variable consists of; null if it is no full array of numbers.</summary>
    public static ElementType? FindNumeric(byte code) =>
        code switch
        {
            6 => ElementType.Double,
            7 => ElementType.Single,
            8 => ElementType.Int8,
            9 => ElementType.UInt8,
            10 => ElementType.Int16,
            11 => ElementType.UInt16,
            12 => ElementType.Int32,
            13 => ElementType.UInt32,
            14 => ElementType.Int64,
            15 => ElementType.UInt64,
            _ => null,
        };

    /// <summary>What a variable that is no full array of numbers is.</summary>
    public static string Describe(byte code) =>
        code switch
        {
            1 => "a cell array",
            2 => "a structure",
            3 or OpaqueClass => "an object",
            4 => "text",
            5 => "a sparse array",
            16 => "a function",
            _ => $"a variable of class {code}",
        };
}
