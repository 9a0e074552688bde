using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Options;

namespace InfoGanMl.Evaluation.Metrics.Disentanglement;

/// <summary>A vote: images that share one value of a factor, and the code that varied least among them.</summary>
/// <param name="Factor">Index of the factor.</param>
/// <param name="Code">Index of the code.</param>
public readonly record struct FactorVote(int Factor, int Code);

/// <summary>
/// The score of the FactorVAE paper (Kim and Mnih 2018, section 3): whether it shows in a code which factor images have in
/// common. 1 is perfect; chance is 1 / factors.
/// </summary>
public static class FactorVaeScore
{
    /// <summary>The score.</summary>
    public static readonly FigureKind Kind = new(
        "factors.factor_vae",
        "FactorVAE score",
        Unit.Score,
        "Share of batches with one factor in common for which the code that varies least tells which factor it is."
    )
    {
        Paper = "Kim and Mnih 2018",
        Basis = Basis.Drawn,
        Shown = Shown.Console,
    };

    /// <summary>Draws votes, and measures the share of test votes whose code stands for their factor.</summary>
    /// <param name="codes">Codes of images of all kinds: of each code its values, at least two.</param>
    /// <param name="factors">Number of factors.</param>
    /// <param name="drawAlike">Codes of so many images (second) that share a random value of a factor (first).</param>
    /// <param name="options">How many images to take.</param>
    /// <param name="random">Chooses the factors of the votes.</param>
    /// <returns>0 where all codes have collapsed.</returns>
    public static double Measure(
        IReadOnlyList<double[]> codes,
        int factors,
        Func<int, int, IReadOnlyList<double[]>> drawAlike,
        FactorVaeOptions options,
        Random random
    )
    {
        double[] variances = [.. codes.Select(Variance)];
        if (!variances.Any(variance => Math.Sqrt(variance) >= options.LeastDeviation))
        {
            return 0;
        }

        return Accuracy(Draw(options.TrainVotes), Draw(options.TestVotes), factors);

        List<FactorVote> Draw(int votes) => [.. Enumerable.Range(0, votes).Select(_ => DrawOne())];
        FactorVote DrawOne()
        {
            var factor = random.Next(factors);
            return new(factor, Vote(drawAlike(factor, options.BatchSize), variances, options.LeastDeviation));
        }
    }

    /// <summary>The code that varies least among images, compared with how it varies among all.</summary>
    /// <param name="alike">Of each code its values for images that share the value of a factor, at least two.</param>
    /// <param name="variances">Of each code its <see cref="Variance"/> over all images.</param>
    /// <param name="leastDeviation">Codes whose standard deviation is smaller are passed over, but not all are.</param>
    /// <returns>Index of the first such code.</returns>
    public static int Vote(IReadOnlyList<double[]> alike, IReadOnlyList<double> variances, double leastDeviation) =>
        Enumerable
            .Range(0, alike.Count)
            .Where(code => Math.Sqrt(variances[code]) >= leastDeviation)
            .MinBy(code => Variance(alike[code]) / variances[code]);

    /// <summary>
    /// The share of test votes whose code stands for their factor: for the one that it was the least varying code of most often
    /// among the other votes, the first of several.
    /// </summary>
    public static double Accuracy(IReadOnlyList<FactorVote> train, IReadOnlyList<FactorVote> test, int factors)
    {
        var counts = train.CountBy(vote => vote).ToDictionary();
        return test.Average(vote => FactorOf(vote.Code) == vote.Factor ? 1.0 : 0.0);

        int FactorOf(int code) =>
            Enumerable.Range(0, factors).MaxBy(factor => counts.GetValueOrDefault(new(factor, code)));
    }

    /// <summary>Of the values that these are a sample of: over N − 1.</summary>
    public static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
