using InfoGanMl.Evaluation.Metrics.Disentanglement;

namespace InfoGanMl.Evaluation.Tests.Metrics.Disentanglement;

/// <summary>Every pair of values of two factors, as often each, so that they have nothing to do with each other.</summary>
internal static class FactorGrid
{
    private const int Repeats = 10;

    /// <summary>Codes for factors of as many values each.</summary>
    /// <param name="size">Values of a factor.</param>
    /// <param name="codes">Codes as functions of both values.</param>
    public static FactorCodes Of(int size, params Func<int, int, double>[] codes)
    {
        int[] first = [.. Images(size).Select(image => image / size % size)];
        int[] second = [.. Images(size).Select(image => image % size)];
        return new([.. codes.Select(code => first.Zip(second, code).ToArray())], [first, second]);
    }

    private static IEnumerable<int> Images(int size) => Enumerable.Range(0, Repeats * size * size);
}
