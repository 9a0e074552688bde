using InfoGanMl.Evaluation.Categories;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.KnownFactors;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Evaluation.Samples;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Evaluation.Sorted;

namespace InfoGanMl.Evaluation;

/// <summary>What an <see cref="Evaluator"/> finds out about a model: figures, and what is no single figure.</summary>
public sealed record Findings
{
    /// <summary>What the scorers measured.</summary>
    public required FigureSet Figures { get; init; }

    /// <summary>What could not be measured, or only otherwise than its title says: whole sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How Q sorts the test images; null for a model without a categorical code.</summary>
    public required SortingScores? Sorting { get; init; }

    /// <summary>Which factors the images are drawn from; null where none are known.</summary>
    public required FactorScores? Factors { get; init; }

    /// <summary>How it was looked for copies of training images.</summary>
    public required CopyScores Copies { get; init; }

    /// <summary>What Q says of every picture, in the order of their paths; empty where the images are not of pictures.</summary>
    public required IReadOnlyList<PictureAnswer> Answers { get; init; }

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
            Notes = context.Notes,
            Sorting = sorted?.Scores,
            Factors = KnownFactorScorer.Measure(context),
            Copies = copies.Scores,
            Answers = PictureAnswer.Of(context),
            Pictures = pictures.Beside(sorted, copies.Nearest),
        };
    }
}
