using InfoGanMl.Models.Checks;

namespace InfoGanMl.Inference.UntrustedGraphs;

/// <summary>Shapes of the tensors in a graph without N, found node by node as ONNX defines them.</summary>
/// <param name="weights">The graph's constants.</param>
internal sealed class GraphShapes(IReadOnlyDictionary<string, GraphWeight> weights)
{
    private readonly Dictionary<string, IReadOnlyList<int>> _shapes = [];
    private long _values;
    private long _multiplyAdds;

    /// <summary>Shape of a tensor that was added.</summary>
    public IReadOnlyList<int> Of(string name) =>
        _shapes.GetValueOrDefault(name)
        ?? throw new GraphFaultException($"'{name}' before it is made", "nodes in the order of their tensors");

    /// <summary>Adds a tensor.</summary>
    public void Add(string name, IReadOnlyList<int> shape)
    {
        _values += TensorReader.SizeOf(shape);
        if (weights.ContainsKey(name) || !_shapes.TryAdd(name, shape))
        {
            throw new GraphFaultException($"'{name}' twice", "names of their own");
        }
    }

    /// <summary>Checks a node and adds what it makes.</summary>
    public void Add(GraphNode node)
    {
        var outputs = OutputsOf(
            new(node, weights, [.. node.Inputs.Where(name => !weights.ContainsKey(name)).Select(Of)])
        );
        if (outputs.Count != node.Outputs.Count)
        {
            throw new GraphFaultException($"{node.Outputs.Count} outputs of {node.Operation}", $"{outputs.Count}");
        }

        foreach (var (name, shape) in node.Outputs.Zip(outputs))
        {
            Add(name, shape);
        }

        if (_values > Limits.AllValues || _multiplyAdds > Limits.MultiplyAdds)
        {
            throw new GraphFaultException(
                $"{_values} values and {_multiplyAdds} multiply-adds a row",
                $"at most {Limits.AllValues} and {Limits.MultiplyAdds}"
            );
        }
    }

    private IReadOnlyList<IReadOnlyList<int>> OutputsOf(NodeShapes node)
    {
        switch (node.Operation)
        {
            case "Gemm":
                var dense = node.Dense();
                _multiplyAdds += node.WeightSize;
                return [dense];
            case "Conv":
                var reduced = node.Convolved();
                _multiplyAdds += (long)reduced[1] * reduced[2] * node.WeightSize;
                return [reduced];
            case "ConvTranspose":
                var grown = node.Grown();
                _multiplyAdds += (long)node.Input[1] * node.Input[2] * node.WeightSize;
                return [grown];
            case "MaxPool":
                var (pooled, window) = node.Pooled();
                _multiplyAdds += TensorReader.SizeOf(pooled) * window; // comparisons, which take as long
                return [pooled];
            default:
                return node.Rearranged();
        }
    }
}
