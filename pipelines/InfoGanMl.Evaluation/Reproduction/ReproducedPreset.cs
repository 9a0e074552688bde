using System.Text.Json.Serialization;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Reproduction;

/// <summary>All runs of one preset, every one counted.</summary>
/// <param name="Preset">The preset.</param>
/// <param name="Runs">The runs, by seed; at least one.</param>
public sealed record ReproducedPreset(string Preset, IReadOnlyList<ReproducedRun> Runs)
{
    /// <summary>The kinds that the table over presets shows.</summary>
    [JsonIgnore]
    public static IReadOnlyList<FigureKind> Kinds { get; } =
    [.. Scorers.Kinds.Where(kind => kind.Shown.HasFlag(Shown.Presets))];

    /// <summary>How each of these figures spreads over the runs, by its key; those that a run lacks are left out.</summary>
    public IReadOnlyDictionary<string, Spread> Figures =>
        Kinds
            .Select(kind => (kind.Key, Spread: this[kind]))
            .Where(figure => figure.Spread is not null)
            .ToDictionary(figure => figure.Key, figure => figure.Spread!);

    /// <summary>Minutes of training and evaluation.</summary>
    public Spread Minutes { get; } = Spread.Of(Runs.Select(run => run.Minutes));

    /// <summary>How a figure spreads over the runs, of several codes as its kind sums them up; null where a run lacks it.</summary>
    public Spread? this[FigureKind kind] => Spread.OfAll(Runs.Select(run => kind.Summarize(run.Measured)));

    /// <summary>Groups runs by preset, in the order of their names.</summary>
    public static IReadOnlyList<ReproducedPreset> Group(IEnumerable<ReproducedRun> runs) =>
        [
            .. runs.GroupBy(run => run.Origin.Preset)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new ReproducedPreset(group.Key, [.. group.OrderBy(run => run.Origin.Seed)])),
        ];
}
