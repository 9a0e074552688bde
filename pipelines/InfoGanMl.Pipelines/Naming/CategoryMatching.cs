namespace InfoGanMl.Pipelines.Naming;

/// <summary>A labeled row: what Q says of it, and what it really is.</summary>
/// <param name="Probabilities">[categories].</param>
/// <param name="Class">Index of its class.</param>
internal sealed record NamedRow(float[] Probabilities, int Class);

/// <summary>Finds the class that each category shows, from labeled rows.</summary>
internal static class CategoryMatching
{
    /// <summary>A row that Q is wrong and sure about must not outweigh all others.</summary>
    private const double LeastProbability = 1e-6;

    /// <summary>
    /// With as many classes as categories, the one-to-one matching under which the labels are likeliest: a row that fell into
    /// the category of another class then misleads nobody, as that category is taken. Otherwise each category goes to the class
    /// whose rows weigh most in it.
    /// </summary>
    /// <param name="rows">Labeled rows, at least one.</param>
    /// <param name="classes">Number of classes.</param>
    /// <returns>[categories], each from 0 to classes − 1.</returns>
    public static int[] Find(IReadOnlyList<NamedRow> rows, int classes)
    {
        var categories = rows[0].Probabilities.Length;
        return classes == categories
            ? OptimalAssignment.Maximize(Sum(rows, categories, classes, p => Math.Log(Math.Max(p, LeastProbability))))
            : FindHeaviest(Sum(rows, categories, classes, p => p));
    }

    private static double[,] Sum(IReadOnlyList<NamedRow> rows, int categories, int classes, Func<float, double> weigh)
    {
        var sums = new double[categories, classes];
        foreach (var row in rows)
        {
            for (var category = 0; category < categories; category++)
            {
                sums[category, row.Class] += weigh(row.Probabilities[category]);
            }
        }

        return sums;
    }

    private static int[] FindHeaviest(double[,] weights) =>
        [
            .. Enumerable
                .Range(0, weights.GetLength(0))
                .Select(category => Enumerable.Range(0, weights.GetLength(1)).MaxBy(name => weights[category, name])),
        ];
}
