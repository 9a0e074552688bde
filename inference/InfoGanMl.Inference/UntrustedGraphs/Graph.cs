using InfoGanMl.Models.Tensors;

namespace InfoGanMl.Inference.UntrustedGraphs;

/// <summary>What an ONNX file holds, as far as InfoGanMl writes it.</summary>
/// <param name="Nodes">Operations, in their order.</param>
/// <param name="Weights">Constants, by name.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Outputs">Its outputs.</param>
internal sealed record Graph(
    IReadOnlyList<GraphNode> Nodes,
    IReadOnlyDictionary<string, GraphWeight> Weights,
    IReadOnlyList<TensorShape> Inputs,
    IReadOnlyList<TensorShape> Outputs
);

/// <summary>One operation.</summary>
/// <param name="Operation">Its ONNX operator.</param>
/// <param name="Inputs">Names of what it reads.</param>
/// <param name="Outputs">Names of what it makes.</param>
/// <param name="Attributes">Its settings, by name; single numbers are lists of one.</param>
internal sealed record GraphNode(
    string Operation,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs,
    IReadOnlyDictionary<string, IReadOnlyList<long>> Attributes
);

/// <summary>A constant.</summary>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Integers">Its values where they are integers; null where they are floats.</param>
internal sealed record GraphWeight(IReadOnlyList<int> Shape, IReadOnlyList<long>? Integers);
