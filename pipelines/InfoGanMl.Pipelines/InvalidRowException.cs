using InfoGanMl.Models;

namespace InfoGanMl.Pipelines;

/// <summary>A row holds something that cannot be recognised or generated from.</summary>
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
}
