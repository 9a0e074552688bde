using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.KnownFactors;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation;

/// <summary>What an <see cref="Evaluator"/> finds out about a model: figures, and what is no single figure.</summary>
public sealed record Findings
{
    /// <summary>What the scorers measured.</summary>
    public required FigureSet Figures { get; init; }

    /// <summary>How Q sorts the test images; null for a model without a categorical code.</summary>
    public required SortingScores? Sorting { get; init; }

    /// <summary>Which factors the images are drawn from; null where none are known.</summary>
    public required FactorScores? Factors { get; init; }

    /// <summary>How it was looked for copies of training images.</summary>
    public required CopyScores Copies { get; init; }

    /// <summary>What there is to look at.</summary>
    public required EvaluationPictures Pictures { get; init; }

    /// <summary>The figure of a kind; null where it was not measured.</summary>
    public Figure? this[FigureKind kind, params string[] parameters] => Figures[kind, parameters];

    /// <summary>Asks every scorer.</summary>
    internal static Findings Of(EvaluationContext context)
    {
        var figures = new List<Figure>();
        foreach (var scorer in Scorers.All)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            figures.AddRange(scorer.Score(context));
        }

        var (sorted, copies) = (SortedImages.Of(context), NearestScorer.Measure(context));
        var pictures = new GeneratedPictures(context.Generator, context.Model.Latent, context.Options.Seed);
        return new()
        {
            Figures = new(figures),
            Sorting = sorted?.Scores,
            Factors = KnownFactorScorer.Measure(context),
            Copies = copies.Scores,
            Pictures = pictures.Beside(sorted, copies.Nearest),
        };
    }
}
