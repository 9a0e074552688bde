using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Labels;

/// <summary>What Q's outputs are worth to someone with 100 labels.</summary>
internal sealed class DownstreamScorer : IScorer
{
    public Question Question => Question.Features;

    public IReadOnlyList<FigureKind> Kinds { get; } =
    [DownstreamClassifier.AccuracyOf100Labels, DownstreamClassifier.AccuracyOfFeaturizer];

    public IReadOnlyList<Figure> Score(EvaluationContext context)
    {
        var (data, options) = (context.Data, context.Options);
        if (!data.Train.IsLabeled || !data.Test.IsLabeled)
        {
            return [];
        }

        var sizes = LabeledSubset.SizesOf(data.Train);
        var most = LabeledSubset.MostOfOne(sizes, options.Labels);
        if (most == 0 || sizes.Count < 2)
        {
            context.Note(
                $"What {options.Labels} labels are worth was not measured: the training images are of {sizes.Count} "
                    + (sizes.Count < 2 ? "class." : "classes, and each needs one.")
            );
            return [];
        }

        if (sizes.Sum() < options.Labels)
        {
            context.Note(
                $"There are {sizes.Sum()} training images with labels, and these are all that was given for {options.Labels}."
            );
        }
        else if (sizes.Any(size => size < most))
        {
            context.Note(
                $"Some classes have few training images, the smallest {sizes.Min()}: the {options.Labels} labels are all of theirs, "
                    + "and more of the others."
            );
        }

        context.Begin($"Training a linear classifier on {options.Labels} labeled images.");
        var labeled = LabeledSubset.Draw(data.Train, options.Labels, options.Seed);
        var downstream = new DownstreamClassifier(context.Model, context.Recognizer.Provider.Device, options.Seed);
        return
        [
            context.Measured(
                DownstreamClassifier.AccuracyOf100Labels,
                downstream.MeasureAccuracy(downstream.LinearOnRecognizer, labeled, data.Test)
            ),
            .. context.Once(Featurizer.Of) is { } featurizer
                ?
                [
                    context.Measured(
                        DownstreamClassifier.AccuracyOfFeaturizer,
                        downstream.MeasureAccuracy(featurizer, labeled, data.Test)
                    ),
                ]
                : Array.Empty<Figure>(),
        ];
    }
}
