using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Scoring;

namespace InfoGanMl.Evaluation.Labels;

/// <summary>What Q's outputs are worth to someone with 100 labels.</summary>
internal sealed class DownstreamScorer : IScorer
{
    public Question Question => Question.Features;

    public IReadOnlyList<FigureKind> Kinds { get; } = [DownstreamClassifier.AccuracyOf100Labels];

    public IReadOnlyList<Figure> Score(EvaluationContext context)
    {
        var (data, options) = (context.Data, context.Options);
        if (!data.Train.IsLabeled || !data.Test.IsLabeled)
        {
            return [];
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
        ];
    }
}
