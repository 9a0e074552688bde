namespace InfoGanMl.Evaluation.Reproduction;

/// <summary>All runs of one preset, every one counted.</summary>
/// <param name="Preset">The preset.</param>
/// <param name="Runs">The runs, by seed; at least one.</param>
public sealed record ReproducedPreset(string Preset, IReadOnlyList<ReproducedRun> Runs)
{
    /// <summary>One-to-one accuracy; null where a run was scored without labels.</summary>
    public Spread? Accuracy { get; } = Spread.OfAll(Runs.Select(run => run.Scores.AccuracyOneToOne));

    /// <summary>L_I of the first categorical code in nats.</summary>
    public Spread? MutualInformation { get; } = Spread.OfAll(Runs.Select(run => run.Scores.MutualInformation));

    /// <summary>R² of the continuous code that is recovered worst in each run; null without continuous codes.</summary>
    public Spread? LeastR2 { get; } = Spread.OfAll(Runs.Select(run => Least(run.Scores.ContinuousR2)));

    /// <summary>
    /// Absolute rank correlation with the property that follows a code best, of the code where it is lowest; null where none
    /// was measured.
    /// </summary>
    public Spread? LeastSpearman { get; } =
        Spread.OfAll(Runs.Select(run => Least(run.Scores.BestMeanings.Select(meaning => Math.Abs(meaning.Spearman)))));

    /// <summary>The same within a category, mean over the categories.</summary>
    public Spread? LeastSpearmanWithinCategory { get; } =
        Spread.OfAll(
            Runs.Select(run =>
                Least(
                    run.Scores.BestMeanings.Select(meaning => meaning.SpearmanWithinCategory)
                        .OfType<double>()
                        .Select(Math.Abs)
                )
            )
        );

    /// <summary>Share of generated images in which the judge sees their category's class; null without a judge.</summary>
    public Spread? Agreement { get; } = Spread.OfAll(Runs.Select(run => run.Scores.Samples?.Agreement));

    /// <summary>Minutes of training and evaluation.</summary>
    public Spread Minutes { get; } = Spread.Of(Runs.Select(run => run.Minutes));

    /// <summary>Groups runs by preset, in the order of their names.</summary>
    public static IReadOnlyList<ReproducedPreset> Group(IEnumerable<ReproducedRun> runs) =>
        [
            .. runs.GroupBy(run => run.Origin.Preset)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new ReproducedPreset(group.Key, [.. group.OrderBy(run => run.Origin.Seed)])),
        ];

    private static double? Least(IEnumerable<double> values) => values.Select(value => (double?)value).Min();
}

/// <summary>How a figure spreads over runs.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">Standard deviation of the sample, n − 1; 0 for one run.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
public sealed record Spread(double Mean, double Deviation, double Least, double Most)
{
    /// <summary>Measures values, at least one.</summary>
    public static Spread Of(IEnumerable<double> measured)
    {
        double[] values = [.. measured];
        var mean = values.Average();
        var squares = values.Sum(value => Math.Pow(value - mean, 2));
        return new(mean, Math.Sqrt(squares / Math.Max(1, values.Length - 1)), values.Min(), values.Max());
    }

    /// <summary>Measures values that every run has; null where one has none.</summary>
    public static Spread? OfAll(IEnumerable<double?> measured)
    {
        double?[] values = [.. measured];
        return values.Contains(null) ? null : Of(values.OfType<double>());
    }
}
