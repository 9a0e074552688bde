namespace InfoGanMl.Preparation.Arrays.Values;

/// <summary>An array of numbers, by whatever program it was written.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Type">What its values are; they may be stored in another type, as whole doubles of MATLAB are in a
/// narrower one, and booleans are in bytes.</param>
/// <param name="Shape">Its sizes, and the order of the stored values.</param>
/// <param name="Values">The values in the order of the file.</param>
internal sealed record NumericArray(ArraySource Source, ElementType Type, ArrayShape Shape, StoredValues Values)
{
    /// <summary>Its name in the file; empty where it is all of the file.</summary>
    public string Name => Source.Variable ?? "";

    /// <summary>Number of values.</summary>
    public int Count => Shape.Count;

    /// <summary>A value, by its number in row-major order, whatever the order of the file.</summary>
    public double this[int index] => Values[Shape.OffsetOf(index)];

    /// <summary>The values as 32-bit integers in row-major order.</summary>
    /// <exception cref="Errors.InvalidArrayFileException">One is a fraction, no number, or too large.</exception>
    public int[] ToInts()
    {
        var ints = new int[Count];
        for (var index = 0; index < Count; index++)
        {
            var value = this[index];
            ints[index] = (int)value;
            if (ints[index] != value)
            {
                throw RefuseValue(Shape.OffsetOf(index), "whole numbers of 32 bits", "Save whole numbers.");
            }
        }

        return ints;
    }

    /// <summary>Checks that no stored value is outside the array's type.</summary>
    /// <returns>This array.</returns>
    /// <exception cref="Errors.InvalidArrayFileException">One is.</exception>
    public NumericArray RequireRange()
    {
        var (least, most) = Type.Range();
        return Values.FindOutside(least, most) is >= 0 and var offset
            ? throw RefuseValue(offset, $"{least} to {most}", "Replace the file by an undamaged copy.")
            : this;
    }

    /// <summary>The exception for a value that cannot be used.</summary>
    /// <param name="offset">Where it is stored.</param>
    /// <param name="expected">Which could be.</param>
    /// <param name="remedy">What to do.</param>
    public Errors.InvalidArrayFileException RefuseValue(int offset, string expected, string remedy) =>
        Source.Refuse(
            FormattableString.Invariant(
                $"{Type.Describe()} {Values[offset]} at {Shape.DescribeIndex(offset)} of {Shape}, counted from 0"
            ),
            expected,
            remedy
        );
}
