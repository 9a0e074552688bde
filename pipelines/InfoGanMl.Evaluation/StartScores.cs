using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Evaluation.Scoring;
using InfoGanMl.Evaluation.Traces;
using InfoGanMl.Models;

namespace InfoGanMl.Evaluation;

/// <summary>Scores the starts that a training chose from.</summary>
public static class StartScores
{
    /// <summary>Scores every model folder in a folder, in the order of their names.</summary>
    /// <param name="folder">The starts that a training has written.</param>
    /// <param name="data">The images to score on.</param>
    /// <param name="options">Where to run.</param>
    /// <exception cref="EvaluationException">A model in it is no start, or for other images.</exception>
    public static IReadOnlyList<StartScore> MeasureAll(string folder, ImageDataset data, EvaluationOptions options) =>
        [
            .. Directory
                .GetDirectories(folder)
                .Order(StringComparer.Ordinal)
                .Select(start => Measure(start, data, options)),
        ];

    private static StartScore Measure(string path, ImageDataset data, EvaluationOptions options)
    {
        var model = ModelFolder.Open(path);
        using var evaluator = Evaluator.Open(model, options);
        var training = model.Manifest.Training;
        var information =
            training.HeadStartInformation
            ?? throw new EvaluationException(
                $"no mutual information of a head start in {path}",
                "a start that the training wrote",
                "Delete that folder, or evaluate a copy of the model, away from its run."
            );
        return new(training.Steps, information, evaluator.MeasureAccuracy(data));
    }
}
