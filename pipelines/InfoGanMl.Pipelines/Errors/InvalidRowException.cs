using System.Numerics;
using InfoGanMl.Models.Errors;

namespace InfoGanMl.Pipelines.Errors;

/// <summary>A row holds something that cannot be recognized or generated from.</summary>
public sealed class InvalidRowException(long row, string column, string found, string expected)
    : InfoGanException($"Row {row}, column '{column}': found {found}; expected {expected}.")
{
    /// <summary>Position of the row, from 0, in the order it was read.</summary>
    public long Row { get; } = row;

    /// <summary>The column.</summary>
    public string Column { get; } = column;

    /// <summary>What it holds.</summary>
    public string Found { get; } = found;

    /// <summary>What it should hold.</summary>
    public string Expected { get; } = expected;

    /// <summary>Whether a vector is missing, as that of a picture that is broken: all of it is NaN.</summary>
    internal static bool IsMissing(ReadOnlySpan<float> values)
    {
        foreach (var value in values)
        {
            if (!float.IsNaN(value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Refuses values that are infinite or no number: what a graph makes of them looks like any other answer.</summary>
    internal static void ThrowUnlessFinite(ReadOnlySpan<float> values, long row, string column)
    {
        if (AreFinite(values))
        {
            return;
        }

        foreach (var value in values)
        {
            if (!float.IsFinite(value))
            {
                throw new InvalidRowException(row, column, $"{value}", "finite numbers");
            }
        }
    }

    /// <summary>Many values at a time, as every pixel comes through here: v − v is 0 where v is finite and no number elsewhere.</summary>
    private static bool AreFinite(ReadOnlySpan<float> values)
    {
        var differences = Vector<float>.Zero;
        var whole = values.Length - values.Length % Vector<float>.Count;
        for (var i = 0; i < whole; i += Vector<float>.Count)
        {
            var some = new Vector<float>(values[i..]);
            differences += some - some;
        }

        var difference = Vector.Sum(differences);
        foreach (var value in values[whole..])
        {
            difference += value - value;
        }

        return difference == 0;
    }
}
