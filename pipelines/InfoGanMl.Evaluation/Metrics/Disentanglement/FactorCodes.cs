namespace InfoGanMl.Evaluation.Metrics.Disentanglement;

/// <summary>Codes read off images whose factors are known.</summary>
public sealed class FactorCodes
{
    /// <summary>Pairs codes with factors.</summary>
    /// <param name="codes">Of each code its [N] values, finite; two codes at least.</param>
    /// <param name="factors">Of each factor its [N] values, which are names rather than numbers; two factors at least.</param>
    /// <exception cref="ArgumentException">There are too few of them, no values, not as many everywhere, or some not finite.</exception>
    public FactorCodes(IReadOnlyList<double[]> codes, IReadOnlyList<int[]> factors)
    {
        int[] lengths =
        [
            .. codes.Select(values => values.Length).Concat(factors.Select(values => values.Length)).Distinct(),
        ];
        if (codes.Count < 2 || factors.Count < 2 || lengths is not [> 0])
        {
            throw new ArgumentException(
                $"Found {codes.Count} codes and {factors.Count} factors of {string.Join(", ", lengths)} values; expected at "
                    + "least two of both, of as many values each, and at least one."
            );
        }

        if (codes.Any(values => !values.All(double.IsFinite)))
        {
            throw new ArgumentException("Found a code that is not finite; expected numbers.", nameof(codes));
        }

        Codes = codes;
        Factors = factors;
        Count = lengths[0];
    }

    /// <summary>Of each code its [N] values.</summary>
    public IReadOnlyList<double[]> Codes { get; }

    /// <summary>Of each factor its [N] values.</summary>
    public IReadOnlyList<int[]> Factors { get; }

    /// <summary>Number of images N.</summary>
    public int Count { get; }

    /// <summary>Refuses images to test on that have other codes or factors.</summary>
    internal void RequireSameWidth(FactorCodes test)
    {
        if (test.Codes.Count != Codes.Count || test.Factors.Count != Factors.Count)
        {
            throw new ArgumentException(
                $"Found {test.Codes.Count} codes and {test.Factors.Count} factors to test on; expected {Codes.Count} and "
                    + $"{Factors.Count} as to train on.",
                nameof(test)
            );
        }
    }
}
