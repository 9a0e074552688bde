namespace InfoGanMl.Preparation.Arrays.Values;

/// <summary>Sizes of an array, and the order that its values are stored in.</summary>
internal sealed class ArrayShape
{
    private ArrayShape(IReadOnlyList<int> sizes, bool isColumnMajor)
    {
        Sizes = sizes;
        Count = (int)CountOf(sizes)!;
        Strides = Count == 0 ? new int[sizes.Count] : FindStrides(sizes, isColumnMajor);
    }

    /// <summary>Length of each axis; none for a single value.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>How far apart two neighbors along each axis are stored, in values.</summary>
    public IReadOnlyList<int> Strides { get; }

    /// <summary>Number of values.</summary>
    public int Count { get; }

    /// <summary>A shape whose values fit an array in memory.</summary>
    /// <param name="source">The array.</param>
    /// <param name="sizes">Length of each axis, none negative.</param>
    /// <param name="isColumnMajor">Whether the first index is the one that changes fastest, as in MATLAB and Fortran.</param>
    /// <param name="valueSize">Bytes of a value as it is stored.</param>
    public static ArrayShape Create(ArraySource source, IReadOnlyList<int> sizes, bool isColumnMajor, int valueSize) =>
        CountOf(sizes) is { } count && count * valueSize <= Array.MaxLength
            ? new(sizes, isColumnMajor)
            : throw source.Refuse(
                $"an array {Describe(sizes)} of {valueSize} bytes a value",
                $"at most {Array.MaxLength} bytes, as an array has to fit into memory",
                "Save fewer images in one array, or as 8-bit integers."
            );

    /// <summary>Where a value is stored, by its number in row-major order.</summary>
    public int OffsetOf(int index)
    {
        var offset = 0;
        for (var axis = Sizes.Count - 1; axis >= 0; axis--)
        {
            (index, var along) = Math.DivRem(index, Sizes[axis]);
            offset += along * Strides[axis];
        }

        return offset;
    }

    /// <summary>The indices of a value, by where it is stored.</summary>
    public string DescribeIndex(int offset) => Describe(Sizes.Zip(Strides, (size, stride) => offset / stride % size));

    /// <inheritdoc/>
    public override string ToString() => Describe(Sizes);

    private static string Describe(IEnumerable<int> sizes) => $"[{string.Join(", ", sizes)}]";

    /// <summary>The product; null if it is more than an array can have.</summary>
    private static long? CountOf(IReadOnlyList<int> sizes)
    {
        if (sizes.Contains(0))
        {
            return 0;
        }

        var count = 1L;
        foreach (var size in sizes)
        {
            count *= size; // below 2^62, as both are below 2^31
            if (count > Array.MaxLength)
            {
                return null;
            }
        }

        return count;
    }

    private static int[] FindStrides(IReadOnlyList<int> sizes, bool isColumnMajor)
    {
        var (strides, stride) = (new int[sizes.Count], 1);
        for (var i = 0; i < sizes.Count; i++)
        {
            var axis = isColumnMajor ? i : sizes.Count - 1 - i;
            strides[axis] = stride;
            stride *= sizes[axis];
        }

        return strides;
    }
}
