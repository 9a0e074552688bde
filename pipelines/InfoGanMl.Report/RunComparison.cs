using System.Text.Json;
using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Report;

/// <summary>Several evaluated runs, of different seeds or presets, that were scored on the same test images.</summary>
/// <param name="Runs">The runs, at least one, in the order in which they are shown.</param>
/// <param name="Agreement">
/// [run][run] share of test images that both sort alike under the best one-to-one matching of their categories: 1 on the
/// diagonal, null where one of the two has no categories.
/// </param>
public sealed record RunComparison(IReadOnlyList<ComparedRun> Runs, IReadOnlyList<IReadOnlyList<double?>> Agreement)
{
    /// <summary>
    /// The contents of comparison.json: which runs there are, how every figure that all of them have spreads over them, and the
    /// agreement. The figures of each run stand in its own metrics.json.
    /// </summary>
    public string ToJson() =>
        JsonSerializer.Serialize(
            new
            {
                Runs = Runs.Select(run => new
                {
                    run.Name,
                    run.Metrics.Preset,
                    run.Metrics.Seed,
                }),
                Figures = Runs.SelectMany(run => run.Metrics.Figures)
                    .GroupBy(figure => figure.Name)
                    .Where(figures => figures.Count() == Runs.Count)
                    .ToDictionary(figures => figures.Key, figures => Spread.Of(figures.Select(figure => figure.Value))),
                Agreement,
            },
            InfoGanJson.Options
        );
}

/// <summary>One of several runs.</summary>
/// <param name="Name">What it is called, as the folder it lies in.</param>
/// <param name="Metrics">How it was evaluated.</param>
/// <param name="PreviewPng">The bytes of its preview picture, a row per category or continuous code.</param>
public sealed record ComparedRun(string Name, EvaluationMetrics Metrics, byte[] PreviewPng);
