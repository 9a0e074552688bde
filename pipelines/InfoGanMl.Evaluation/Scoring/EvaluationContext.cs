using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Options;
using InfoGanMl.Inference;
using InfoGanMl.Models;

namespace InfoGanMl.Evaluation.Scoring;

/// <summary>What scorers measure: a model and images. What is expensive is computed once, when it is first asked for.</summary>
/// <param name="model">The model.</param>
/// <param name="data">Test images to score on, and training images to compare with.</param>
/// <param name="options">How the model is scored.</param>
/// <param name="generator">The model's G.</param>
/// <param name="recognizer">The model's Q.</param>
public sealed class EvaluationContext(
    ModelFolder model,
    ImageDataset data,
    EvaluationOptions options,
    ImageGenerator generator,
    ImageRecognizer recognizer
) : IDisposable
{
    private readonly Dictionary<Type, object?> _computed = [];
    private readonly List<string> _notes = [];

    /// <summary>The model.</summary>
    public ModelFolder Model => model;

    /// <summary>Test images to score on, and training images to compare with; labels may be missing.</summary>
    public ImageDataset Data => data;

    /// <summary>How the model is scored.</summary>
    public EvaluationOptions Options => options;

    /// <summary>The model's G.</summary>
    public ImageGenerator Generator => generator;

    /// <summary>The model's Q.</summary>
    public ImageRecognizer Recognizer => recognizer;

    /// <summary>Receives a line before each part.</summary>
    public IProgress<ActivityReport>? Progress { get; init; }

    /// <summary>Stops between two parts.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Generated images, what they were generated from, and what Q recovers of it.</summary>
    public GeneratedImages Generated => Once(GeneratedImages.Draw);

    /// <summary>Says what begins now; a good moment to stop.</summary>
    /// <exception cref="OperationCanceledException">The evaluation was asked to stop.</exception>
    public void Begin(string line)
    {
        Cancellation.ThrowIfCancellationRequested();
        Progress?.Report(line);
    }

    /// <summary>What could not be measured, or only otherwise than its title says: whole sentences.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Adds one of them.</summary>
    public void Note(string sentence) => _notes.Add(sentence);

    /// <summary>Computes something the first time it is asked for, and keeps it for all scorers.</summary>
    /// <typeparam name="T">What it is: there is one of a type.</typeparam>
    /// <param name="compute">Computes it; null is kept, too.</param>
    public T Once<T>(Func<EvaluationContext, T> compute)
    {
        if (!_computed.TryGetValue(typeof(T), out var value))
        {
            value = compute(this);
            _computed.Add(typeof(T), value);
        }

        return (T)value!;
    }

    /// <summary>A figure with the seed and the number of images of this evaluation.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="value">The number.</param>
    /// <param name="parameters">The code, and what else its kind has placeholders for.</param>
    public Figure Measured(FigureKind kind, double value, params string[] parameters) =>
        new(kind, value, kind.Basis == Basis.GeneratedImages ? options.GeneratedImages : data.Test.Count)
        {
            Parameters = parameters,
            Seed = kind.IsDrawn || kind.Basis != Basis.TestImages ? options.Seed : null,
        };

    /// <summary>Frees what was computed; the graphs are their owner's.</summary>
    public void Dispose()
    {
        foreach (var value in _computed.Values.OfType<IDisposable>())
        {
            value.Dispose();
        }
    }
}
