using System.Globalization;
using InfoGanMl.Inference;
using InfoGanMl.Models;
using InfoGanMl.Models.Devices;
using InfoGanMl.Models.Runs;
using InfoGanMl.Models.Tensors;

namespace InfoGanMl.Evaluation.ExportCheck;

/// <summary>Largest absolute difference of one output tensor from what training computed.</summary>
/// <param name="Graph">"generator" or "recognizer".</param>
/// <param name="BatchSize">Rows in the reference.</param>
/// <param name="Tensor">Name of the output.</param>
/// <param name="MaxAbsDiff">Largest absolute difference over all its values; NaN when either side has one.</param>
/// <param name="Tolerance">The most that it may be.</param>
public sealed record TensorDifference(string Graph, int BatchSize, string Tensor, float MaxAbsDiff, float Tolerance)
{
    /// <summary>Whether it is more than rounding explains; a value that is no finite number always is.</summary>
    public bool IsTooLarge => !float.IsFinite(MaxAbsDiff) || MaxAbsDiff > Tolerance;
}

/// <summary>How far ONNX Runtime is from TorchSharp on the reference tensors that training wrote.</summary>
/// <param name="Differences">One for each graph, batch size and output.</param>
public sealed record Parity(IReadOnlyList<TensorDifference> Differences)
{
    /// <summary>
    /// The most that the two runtimes may differ in an output of values up to 1: float32 rounding, summed over the layers. It
    /// grows with the values, so an output of values up to 3 may differ by three times as much.
    /// </summary>
    public const float Tolerance = 1e-4f;

    /// <summary>The output that differs most, measured by what it may; what is no finite number counts as more than any.</summary>
    public TensorDifference Worst =>
        Differences.MaxBy(d => float.IsFinite(d.MaxAbsDiff) ? d.MaxAbsDiff / d.Tolerance : float.PositiveInfinity)!;

    /// <summary>Runs both graphs on every reference, with the reference's rows as one batch.</summary>
    /// <param name="model">The exported model.</param>
    /// <param name="referencesFolder">Written by <see cref="ReferenceTensors"/> in the same training run.</param>
    /// <param name="device">Where ONNX Runtime runs.</param>
    /// <exception cref="InvalidModelFolderException">References are missing or do not fit the graphs.</exception>
    public static Parity Measure(ModelFolder model, string referencesFolder, Device device = Device.Auto)
    {
        var options = new InferenceOptions { Device = device };
        using var generator = BatchedSession.Open(model.GeneratorPath, model.Manifest.Generator, options);
        using var recognizer = BatchedSession.Open(model.RecognizerPath, model.Manifest.Recognizer, options);
        return new([
            .. Measure(generator, new(referencesFolder, "generator", model.Manifest.Generator)),
            .. Measure(recognizer, new(referencesFolder, "recognizer", model.Manifest.Recognizer)),
        ]);
    }

    /// <summary>Returns this when no output differs by more than <see cref="Tolerance"/> allows.</summary>
    /// <exception cref="ParityException">One does.</exception>
    public Parity Checked() => Worst.IsTooLarge ? throw new ParityException(Worst) : this;

    private static IEnumerable<TensorDifference> Measure(BatchedSession graph, GraphReferences references)
    {
        foreach (var batchSize in references.FindBatchSizes())
        {
            var found = graph.Run(batchSize, batchSize, references.Read(batchSize, references.Tensors.Inputs));
            var expected = references.Read(batchSize, references.Tensors.Outputs);
            for (var i = 0; i < found.Length; i++)
            {
                var tensor = references.Tensors.Outputs[i].Name;
                yield return Compare(references.Graph, batchSize, tensor, found[i], expected[i].Span);
            }
        }
    }

    private static TensorDifference Compare(
        string graph,
        int batchSize,
        string tensor,
        ReadOnlySpan<float> found,
        ReadOnlySpan<float> expected
    )
    {
        var (difference, largest) = (0f, 1f);
        for (var i = 0; i < found.Length; i++)
        {
            difference = MathF.Max(difference, MathF.Abs(found[i] - expected[i])); // MathF.Max keeps a NaN
            largest = MathF.Max(largest, MathF.Abs(expected[i]));
        }

        return new(graph, batchSize, tensor, difference, Tolerance * largest);
    }

    /// <summary>The reference tensors of one graph, on disk.</summary>
    private sealed record GraphReferences(string Folder, string Graph, GraphTensors Tensors)
    {
        public IReadOnlyList<int> FindBatchSizes()
        {
            var folder = Path.Combine(Folder, Graph);
            var names = Directory.Exists(folder) ? Directory.GetDirectories(folder).Select(Path.GetFileName) : [];
            int[] sizes =
            [
                .. names.Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out var n) ? n : 0),
            ];
            return sizes.Length > 0 && sizes.All(size => size > 0)
                ? [.. sizes.Order()]
                : throw new InvalidModelFolderException(
                    folder,
                    $"folders [{string.Join(", ", names)}]",
                    "a folder of reference tensors for each batch size"
                );
        }

        public IReadOnlyList<ReadOnlyMemory<float>> Read(int batchSize, IReadOnlyList<TensorShape> tensors) =>
            [.. tensors.Select(tensor => Read(batchSize, tensor))];

        private ReadOnlyMemory<float> Read(int batchSize, TensorShape tensor)
        {
            var path = ReferenceTensors.PathOf(Folder, Graph, batchSize, tensor.Name);
            var (values, shape) = ReferenceTensors.Read(path);
            int[] expected = [batchSize, .. tensor.Shape];
            return shape.SequenceEqual(expected)
                ? values
                : throw new InvalidModelFolderException(
                    path,
                    $"shape [{string.Join(", ", shape)}]",
                    $"[{string.Join(", ", expected)}]"
                );
        }
    }
}
