using System.Globalization;
using InfoGanMl.Models.Folder;

namespace InfoGanMl.Inference;

/// <summary>Largest absolute difference of one output tensor from what training computed.</summary>
/// <param name="Graph">"generator" or "recognizer".</param>
/// <param name="BatchSize">Rows in the reference.</param>
/// <param name="Tensor">Name of the output.</param>
/// <param name="MaxAbsDiff">Largest absolute difference over all its values; NaN when either side has one.</param>
public sealed record TensorDifference(string Graph, int BatchSize, string Tensor, float MaxAbsDiff);

/// <summary>How far ONNX Runtime is from TorchSharp on the reference tensors that training wrote.</summary>
/// <param name="Differences">One for each graph, batch size and output.</param>
public sealed record Parity(IReadOnlyList<TensorDifference> Differences)
{
    /// <summary>The most that the two runtimes may differ: float32 rounding, summed over the layers.</summary>
    public const float Tolerance = 1e-4f;

    /// <summary>The output that differs most; a NaN counts as more than any number.</summary>
    public TensorDifference Worst =>
        Differences.MaxBy(d => float.IsNaN(d.MaxAbsDiff) ? float.PositiveInfinity : d.MaxAbsDiff)!;

    /// <summary>Runs both graphs on every reference, with the reference's rows as one batch.</summary>
    /// <param name="model">The exported model.</param>
    /// <param name="referencesFolder">Written by <see cref="ReferenceTensors"/> in the same training run.</param>
    /// <param name="device">Where ONNX Runtime runs.</param>
    /// <exception cref="InvalidModelFolderException">References are missing or do not fit the graphs.</exception>
    public static Parity Measure(ModelFolder model, string referencesFolder, Device device = Device.Auto)
    {
        using var generator = OnnxGraph.Open(model.GeneratorPath, model.Manifest.Generator, device);
        using var recognizer = OnnxGraph.Open(model.RecognizerPath, model.Manifest.Recognizer, device);
        return new([
            .. Measure(generator, new(referencesFolder, "generator", model.Manifest.Generator)),
            .. Measure(recognizer, new(referencesFolder, "recognizer", model.Manifest.Recognizer)),
        ]);
    }

    /// <summary>Returns this when no output differs by more than <see cref="Tolerance"/>.</summary>
    /// <exception cref="ParityException">One does.</exception>
    public Parity Checked() => Worst.MaxAbsDiff <= Tolerance ? this : throw new ParityException(Worst, Tolerance);

    private static IEnumerable<TensorDifference> Measure(OnnxGraph graph, GraphReferences references)
    {
        foreach (var batchSize in references.FindBatchSizes())
        {
            var found = graph.Run(batchSize, batchSize, references.Read(batchSize, references.Tensors.Inputs));
            var expected = references.Read(batchSize, references.Tensors.Outputs);
            for (var i = 0; i < found.Length; i++)
            {
                var difference = MaxAbsDiff(found[i], expected[i].Span);
                yield return new(references.Graph, batchSize, references.Tensors.Outputs[i].Name, difference);
            }
        }
    }

    private static float MaxAbsDiff(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var largest = 0f;
        for (var i = 0; i < left.Length; i++)
        {
            largest = MathF.Max(largest, MathF.Abs(left[i] - right[i])); // MathF.Max keeps a NaN
        }

        return largest;
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

        public IReadOnlyList<ReadOnlyMemory<float>> Read(int batchSize, IReadOnlyList<Models.TensorInfo> tensors) =>
            [.. tensors.Select(tensor => Read(batchSize, tensor))];

        private ReadOnlyMemory<float> Read(int batchSize, Models.TensorInfo tensor)
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
