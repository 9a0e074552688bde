using static TorchSharp.torch;

namespace InfoGanMl.Training.Categories;

/// <summary>Whether two sortings of the same images agree, whatever they call their categories.</summary>
internal static class SortingAgreement
{
    private const double Least = 1e-12; // of a probability under the logarithm, so that 0·log 0 = 0

    /// <summary>
    /// Normalized mutual information (Vinh et al. 2010, NMI_sum): 1 where they are the same, 0 where one says nothing about the
    /// other. The Rand index would flatter few categories, where two of three images are together anyway.
    /// </summary>
    /// <param name="one">[N, K], each row 1 at its category and 0 elsewhere.</param>
    /// <param name="other">[N, L], the same of the other.</param>
    public static double Measure(Tensor one, Tensor other)
    {
        using var scope = NewDisposeScope();
        var entropies = Entropy(one.mean([0])) + Entropy(other.mean([0]));
        var joint = Entropy(one.t().mm(other) / one.shape[0]);
        return entropies == 0 ? 1 : 2 * (entropies - joint) / entropies;
    }

    /// <summary>In nats.</summary>
    private static double Entropy(Tensor shares)
    {
        var p = shares.to(float64);
        return -(p * p.clamp_min(Least).log()).sum().item<double>();
    }
}
