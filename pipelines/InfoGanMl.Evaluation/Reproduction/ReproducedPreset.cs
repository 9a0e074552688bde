namespace InfoGanMl.Evaluation.Reproduction;

/// <summary>All runs of one preset, every one counted.</summary>
/// <param name="Preset">The preset.</param>
/// <param name="Accuracy">One-to-one accuracy over the seeds.</param>
/// <param name="Minutes">Minutes of training and evaluation over the seeds.</param>
/// <param name="Runs">The runs, by seed.</param>
public sealed record ReproducedPreset(string Preset, Spread Accuracy, Spread Minutes, IReadOnlyList<ReproducedRun> Runs)
{
    /// <summary>Groups runs by preset, in the order in which presets first appear.</summary>
    public static IReadOnlyList<ReproducedPreset> Group(IEnumerable<ReproducedRun> runs) =>
        [
            .. runs.GroupBy(run => run.Origin.Preset)
                .Select(group => new ReproducedPreset(
                    group.Key,
                    Spread.Of([.. group.Select(run => run.Scores.AccuracyOneToOne)]),
                    Spread.Of([.. group.Select(run => run.Minutes)]),
                    [.. group.OrderBy(run => run.Origin.Seed)]
                )),
        ];
}

/// <summary>How a figure spreads over runs.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">Standard deviation of the sample, n − 1; 0 for one run.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
public sealed record Spread(double Mean, double Deviation, double Least, double Most)
{
    /// <summary>Measures values, at least one.</summary>
    public static Spread Of(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        var squares = values.Sum(value => Math.Pow(value - mean, 2));
        return new(mean, Math.Sqrt(squares / Math.Max(1, values.Count - 1)), values.Min(), values.Max());
    }
}
