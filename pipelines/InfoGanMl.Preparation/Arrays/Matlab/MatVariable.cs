using System.Text;
using InfoGanMl.Preparation.Arrays.Values;

namespace InfoGanMl.Preparation.Arrays.Matlab;

/// <summary>A variable of a MAT-file, up to its values.</summary>
/// <param name="Name">Its name; empty for what MATLAB keeps for itself.</param>
/// <param name="Flags">Its class, and whether it is complex or logical.</param>
/// <param name="Sizes">Length of each axis; none for an object.</param>
internal sealed record MatVariable(string Name, uint Flags, IReadOnlyList<int> Sizes)
{
    private const int MostAxes = 64; // as in NumPy; MATLAB has no limit
    private const int LongestName = 1024; // bytes; MATLAB's have 63

    /// <summary>Reads all but the values.</summary>
    public static MatVariable Read(ContentReader reader, CancellationToken cancellation)
    {
        var tag = MatTag.Read(reader, "flags");
        if (tag is not { Type: MatTypes.UInt32, Length: 2 * sizeof(uint) })
        {
            throw RefuseTag(reader, tag, "flags", $"8 of type {MatTypes.UInt32}");
        }

        var flags = reader.ReadUInt32("flags");
        reader.ReadUInt32("flags"); // the most values of a sparse array
        var sizes = (byte)flags == MatTypes.OpaqueClass ? [] : ReadSizes(reader);
        return new(ReadName(reader, cancellation), flags, sizes);
    }

    /// <summary>Reads the values, which are next.</summary>
    public NumericArray ReadValues(ContentReader reader, CancellationToken cancellation)
    {
        var type = RequireType(reader.Source);
        var tag = MatTag.Read(reader, "values");
        if (MatTypes.FindStorage(tag.Type) is not { } storage || !Fits(storage, type))
        {
            throw RefuseTag(reader, tag, "values", $"numbers of type {type.Describe()} or narrower ones");
        }

        var shape = ArrayShape.Create(reader.Source, Sizes, isColumnMajor: true, storage.Size());
        var length = (long)shape.Count * storage.Size();
        if (tag.Length != length)
        {
            throw RefuseTag(reader, tag, "values", $"{length}, for {storage.Describe()} {shape}");
        }

        var values = new StoredValues(storage, tag.ReadData(reader, "values", cancellation), reader.IsBigEndian);
        reader.Finish();
        return new NumericArray(reader.Source, type, shape, values).RequireRange();
    }

    private static int[] ReadSizes(ContentReader reader)
    {
        var tag = MatTag.Read(reader, "sizes");
        if (tag.Type != MatTypes.Int32 || tag.Length % sizeof(int) != 0 || tag.Length is 0 or > MostAxes * sizeof(int))
        {
            throw RefuseTag(reader, tag, "sizes", $"1 to {MostAxes} numbers of type {MatTypes.Int32}");
        }

        var sizes = new int[tag.Length / sizeof(int)];
        for (var axis = 0; axis < sizes.Length; axis++)
        {
            var size = reader.ReadUInt32("sizes");
            sizes[axis] =
                size <= int.MaxValue
                    ? (int)size
                    : throw reader.Source.Refuse($"{(int)size} as a size", $"0 to {int.MaxValue}");
        }

        tag.SkipPadding(reader);
        return sizes;
    }

    private static string ReadName(ContentReader reader, CancellationToken cancellation)
    {
        var tag = MatTag.Read(reader, "name");
        return tag.Type is MatTypes.Int8 or MatTypes.UInt8 or MatTypes.Utf8 && tag.Length <= LongestName
            ? Encoding.UTF8.GetString(tag.ReadData(reader, "name", cancellation))
            : throw RefuseTag(reader, tag, "name", $"at most {LongestName} of type {MatTypes.Int8}");
    }

    private ElementType RequireType(ArraySource source)
    {
        var code = (byte)Flags;
        var isComplex = (Flags & MatTypes.ComplexFlag) != 0;
        if (MatTypes.FindNumeric(code) is not { } type || isComplex)
        {
            throw source.Refuse(
                isComplex ? "complex numbers" : MatTypes.Describe(code),
                "a full array of real numbers",
                "Convert it to one, and save that."
            );
        }

        var isLogical = (Flags & MatTypes.LogicalFlag) != 0 && type == ElementType.UInt8;
        return isLogical ? ElementType.Boolean : type;
    }

    /// <summary>MATLAB stores values in the narrowest type that holds all of them.</summary>
    private static bool Fits(ElementType storage, ElementType type) =>
        storage.Size() <= type.Size() && (type.IsFloat() || !storage.IsFloat());

    private static Errors.InvalidArrayFileException RefuseTag(
        ContentReader reader,
        MatTag tag,
        string what,
        string expected
    ) => reader.Source.Refuse($"{tag.Length} bytes of type {tag.Type} as {what}", expected);
}
