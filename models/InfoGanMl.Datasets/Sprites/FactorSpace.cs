namespace InfoGanMl.Datasets.Sprites;

/// <summary>One property in which images differ, and which is known of each of them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">The values that it takes, each once; numbers from 0 where nothing is left out.</param>
public sealed record Factor(string Name, IReadOnlyList<int> Values)
{
    /// <summary>Whether there is more than one value, so that something can be told of it.</summary>
    public bool Varies => Values.Count > 1;
}

/// <summary>All combinations of some factors' values: one image for each.</summary>
public sealed class FactorSpace
{
    /// <summary>Combines factors.</summary>
    /// <param name="factors">In order; the last one changes from one index to the next.</param>
    /// <exception cref="ArgumentException">There is no factor, one without values, or a value or name twice.</exception>
    /// <exception cref="OverflowException">There are more than 2³¹ combinations.</exception>
    public FactorSpace(IReadOnlyList<Factor> factors)
    {
        foreach (var factor in factors)
        {
            RequireDistinct(factor.Values, $"values of {factor.Name}");
        }

        RequireDistinct([.. factors.Select(factor => factor.Name)], "names of factors");
        Factors = factors;
        Count = factors.Aggregate(1, (count, factor) => checked(count * factor.Values.Count));
    }

    /// <summary>The factors, in order.</summary>
    public IReadOnlyList<Factor> Factors { get; }

    /// <summary>Number of combinations.</summary>
    public int Count { get; }

    /// <summary>The combination at an index.</summary>
    /// <returns>The value of each factor.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is below 0 or not below <see cref="Count"/>.</exception>
    public int[] At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var values = new int[Factors.Count];
        for (var i = values.Length - 1; i >= 0; i--)
        {
            (index, var digit) = Math.DivRem(index, Factors[i].Values.Count);
            values[i] = Factors[i].Values[digit];
        }

        return values;
    }

    /// <summary>The index of a combination.</summary>
    /// <param name="values">The value of each factor.</param>
    /// <exception cref="ArgumentException">It is none of this space.</exception>
    public int IndexOf(IReadOnlyList<int> values)
    {
        if (values.Count != Factors.Count)
        {
            throw new ArgumentException($"Found {values.Count} values; expected {Factors.Count}.", nameof(values));
        }

        var index = 0;
        foreach (var (value, factor) in values.Zip(Factors))
        {
            var digit = factor
                .Values.Index()
                .Where(v => v.Item == value)
                .Select(v => v.Index)
                .DefaultIfEmpty(-1)
                .First();
            index =
                digit >= 0
                    ? index * factor.Values.Count + digit
                    : throw new ArgumentException(
                        $"{factor.Name} takes no value {value} in this space.",
                        nameof(values)
                    );
        }

        return index;
    }

    /// <summary>Draws a combination, all being equally likely.</summary>
    /// <returns>The value of each factor.</returns>
    public int[] Draw(Random random) => [.. Factors.Select(factor => factor.Values[random.Next(factor.Values.Count)])];

    /// <summary>The part of this space where a factor takes some of its values only.</summary>
    /// <param name="name">Name of the factor.</param>
    /// <param name="values">Those of its values that are left.</param>
    /// <exception cref="ArgumentException">There is no such factor, or it takes no such value.</exception>
    public FactorSpace Restrict(string name, params IReadOnlyList<int> values)
    {
        var restricted = Factors.FirstOrDefault(factor => factor.Name == name);
        return restricted is not null && values.All(restricted.Values.Contains)
            ? new([.. Factors.Select(factor => factor == restricted ? factor with { Values = values } : factor)])
            : throw new ArgumentException(
                $"Found '{name}' with {string.Join(", ", values)}; expected one of "
                    + $"{string.Join(", ", Factors.Select(factor => factor.Name))}, with values that it takes."
            );
    }

    private static void RequireDistinct<T>(IReadOnlyList<T> items, string what)
    {
        if (items.Count == 0 || items.Distinct().Count() < items.Count)
        {
            throw new ArgumentException(
                $"Found {what} {string.Join(", ", items)}; expected at least one, and each once."
            );
        }
    }
}
