using System.Runtime.InteropServices;
using InfoGanMl.Models;
using InfoGanMl.Models.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace InfoGanMl.Inference;

/// <summary>One ONNX file whose tensors are those that its manifest or its user expects, run in batches.</summary>
internal sealed class BatchedSession : IDisposable
{
    private readonly string _file;
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new();
    private readonly string[] _inputNames;
    private readonly string[] _outputNames;

    private BatchedSession(string file, InferenceSession session, ExecutionProvider provider, GraphTensors tensors)
    {
        _file = file;
        _session = session;
        Tensors = tensors;
        _inputNames = [.. tensors.Inputs.Select(tensor => tensor.Name)];
        _outputNames = [.. tensors.Outputs.Select(tensor => tensor.Name)];
        Provider = provider;
    }

    public ExecutionProvider Provider { get; }

    public bool IsDisposed { get; private set; }

    /// <summary>Names of its tensors, and their shapes.</summary>
    public GraphTensors Tensors { get; }

    /// <summary>Opens a graph of a model folder, which must have the tensors of the manifest.</summary>
    /// <exception cref="InvalidModelFolderException">The file is no graph, or one with other tensors.</exception>
    /// <exception cref="DeviceUnavailableException">ONNX Runtime cannot run there.</exception>
    public static BatchedSession Open(string path, GraphTensors tensors, InferenceOptions options) =>
        Open(new OnnxFile(path), tensors, options);

    /// <inheritdoc cref="Open(string, GraphTensors, InferenceOptions)"/>
    public static BatchedSession Open(OnnxFile file, GraphTensors tensors, InferenceOptions options) =>
        Open(file, _ => tensors, options);

    /// <summary>Opens a graph that must have the tensors of these names; their shapes are its own.</summary>
    /// <exception cref="InvalidModelFolderException">The file is no graph, or one with other tensors.</exception>
    /// <exception cref="DeviceUnavailableException">ONNX Runtime cannot run there.</exception>
    public static BatchedSession Open(OnnxFile file, string[] inputs, string[] outputs, InferenceOptions options) =>
        Open(file, session => new(Find(session.InputMetadata, inputs), Find(session.OutputMetadata, outputs)), options);

    /// <summary>Opens a graph with whatever tensors it has.</summary>
    /// <exception cref="InvalidModelFolderException">The file is no graph.</exception>
    /// <exception cref="DeviceUnavailableException">ONNX Runtime cannot run there.</exception>
    public static BatchedSession Open(OnnxFile file, InferenceOptions options) =>
        Open(
            file,
            session =>
                new(
                    Find(session.InputMetadata, [.. session.InputNames]),
                    Find(session.OutputMetadata, [.. session.OutputNames])
                ),
            options
        );

    /// <summary>Runs the graph on all rows.</summary>
    /// <param name="rows">N.</param>
    /// <param name="batchSize">Most rows in one call of ONNX Runtime.</param>
    /// <param name="inputs">[N × width] for each input, in the manifest's order.</param>
    /// <returns>[N × width] for each output, in the manifest's order.</returns>
    /// <exception cref="InvalidModelFolderException">ONNX Runtime refused to run it.</exception>
    public float[][] Run(int rows, int batchSize, IReadOnlyList<ReadOnlyMemory<float>> inputs)
    {
        CheckSizes(rows, inputs);
        var outputs = Tensors.Outputs.Select(tensor => new float[rows * tensor.Width]).ToArray();
        for (var start = 0; start < rows; start += batchSize)
        {
            RunBatch(start, Math.Min(batchSize, rows - start), inputs, outputs);
        }

        return outputs;
    }

    public void Dispose()
    {
        IsDisposed = true;
        _runOptions.Dispose();
        _session.Dispose();
    }

    private static BatchedSession Open(
        OnnxFile file,
        Func<InferenceSession, GraphTensors> tensorsOf,
        InferenceOptions options
    )
    {
        var (session, provider) = OnnxSession.Open(file, options);
        try
        {
            var tensors = tensorsOf(session);
            Check(file.Name, "inputs", session.InputMetadata, tensors.Inputs);
            Check(file.Name, "outputs", session.OutputMetadata, tensors.Outputs);
            return new(file.Name, session, provider, tensors);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>The graph's tensors of these names; one that it lacks gets no shape, for the check to find.</summary>
    private static TensorShape[] Find(IReadOnlyDictionary<string, NodeMetadata> graph, string[] names) =>
        [
            .. names.Select(name =>
                graph.GetValueOrDefault(name)?.Dimensions is [_, .. var shape]
                    ? new TensorShape(name, shape)
                    : new(name, [])
            ),
        ];

    /// <summary>Reads and writes slices of the callers' arrays in place: nothing is copied.</summary>
    private void RunBatch(int start, int rows, IReadOnlyList<ReadOnlyMemory<float>> inputs, float[][] outputs)
    {
        var values = new List<OrtValue>();
        try
        {
            values.AddRange(Tensors.Inputs.Zip(inputs, (t, all) => Slice(t, MemoryMarshal.AsMemory(all), start, rows)));
            values.AddRange(Tensors.Outputs.Zip(outputs, (t, all) => Slice(t, all, start, rows)));
            _session.Run(
                _runOptions,
                _inputNames,
                values[.._inputNames.Length],
                _outputNames,
                values[_inputNames.Length..]
            );
        }
        catch (OnnxRuntimeException failure)
        {
            throw new InvalidModelFolderException(_file, failure.Message, "a graph that ONNX Runtime runs", failure);
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }

    private static OrtValue Slice(TensorShape tensor, Memory<float> all, int start, int rows) =>
        OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance,
            all.Slice(start * tensor.Width, rows * tensor.Width),
            [rows, .. tensor.Shape]
        );

    private void CheckSizes(int rows, IReadOnlyList<ReadOnlyMemory<float>> inputs)
    {
        var found = inputs.Select(input => input.Length);
        var expected = Tensors.Inputs.Select(tensor => rows * tensor.Width);
        if (!found.SequenceEqual(expected))
        {
            throw new ArgumentException(
                $"Found inputs of {string.Join(", ", found)} values; expected {string.Join(", ", expected)}"
                    + $" for {rows} rows of {Describe(Tensors.Inputs)}.",
                nameof(inputs)
            );
        }
    }

    private static void Check(
        string file,
        string border,
        IReadOnlyDictionary<string, NodeMetadata> graph,
        IReadOnlyList<TensorShape> tensors
    )
    {
        var found = string.Join(", ", graph.Select(node => Describe(node.Key, node.Value)).Order());
        var expected = Describe(tensors);
        if (found != expected)
        {
            throw new InvalidModelFolderException(file, $"{border} {found}", expected);
        }
    }

    private static string Describe(IEnumerable<TensorShape> tensors) =>
        string.Join(", ", tensors.Select(t => Describe(t.Name, nameof(Single), ["N", .. t.Shape])).Order());

    private static string Describe(string name, NodeMetadata node) =>
        node.IsTensor
            ? Describe(name, node.ElementType.Name, [.. node.Dimensions.Select(d => d < 0 ? "N" : (object)d)])
            : $"{name} {node.OnnxValueType}";

    private static string Describe(string name, string type, params IEnumerable<object> shape) =>
        $"{name} {type}[{string.Join(',', shape)}]";
}
