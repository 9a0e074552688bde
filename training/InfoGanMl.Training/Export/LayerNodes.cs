using InfoGanMl.Recipes.Networks;
using InfoGanMl.Training.Networks;
using static InfoGanMl.Training.Export.OnnxGraphBuilder;
using static TorchSharp.torch;
using Layers = InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Training.Export;

/// <summary>Writes the layers of a <see cref="LayerModule"/>, with their trained weights, as ONNX nodes.</summary>
internal static class LayerNodes
{
    /// <summary>Appends the nodes of a stack.</summary>
    /// <param name="graph">The graph to extend.</param>
    /// <param name="stack">Layers and weights.</param>
    /// <param name="input">Name of the tensor that enters the first layer.</param>
    /// <param name="output">Name of the tensor that leaves the last layer.</param>
    public static string Append(this OnnxGraphBuilder graph, LayerModule stack, string input, string output)
    {
        if (stack.Network.Layers.Count == 0)
        {
            return graph.Node("Identity", output, [input]);
        }

        var last = stack.Network.Layers.Count - 1;
        var tensor = input;
        foreach (var (index, (layer, module)) in stack.LayersWithModules.Index())
        {
            var prefix = $"{stack.Network.Name}_{index}";
            tensor = graph.Append(layer, module, prefix, tensor, index == last ? output : prefix);
        }

        return tensor;
    }

    private static string Append(
        this OnnxGraphBuilder graph,
        Layer layer,
        nn.Module<Tensor, Tensor> module,
        string prefix,
        string input,
        string output
    )
    {
        return layer switch
        {
            Dense => graph.Node("Gemm", output, [input, .. Weights()], Attribute("transB", 1)),
            Conv c => Windows("Conv", c.Kernel, c.Stride, c.Padding, [input, .. Weights()]),
            TransposedConv c => Windows("ConvTranspose", c.Kernel, c.Stride, c.Padding, [input, .. Weights()]),
            BatchNorm norm => graph.Node(
                "BatchNormalization",
                output,
                [input, .. Weights()],
                Attribute("epsilon", norm.Epsilon)
            ),
            ReLU => graph.Node("Relu", output, [input]),
            LeakyReLU leaky => graph.Node("LeakyRelu", output, [input], Attribute("alpha", leaky.Slope)),
            Sigmoid => graph.Node("Sigmoid", output, [input]),
            Tanh => graph.Node("Tanh", output, [input]),
            Layers.Reshape r => graph.Node("Reshape", output, [input, Shape(r.Channels, r.Height, r.Width)]),
            Layers.Flatten => graph.Node("Flatten", output, [input], Attribute("axis", 1)),
            MaxPool pool => Windows("MaxPool", pool.Kernel, pool.Stride, pool.Padding, [input]),
            GlobalAveragePool => graph.Node("GlobalAveragePool", output, [input]),
            Residual => Sum((ResidualModule)module),
            _ => throw new ArgumentException($"No ONNX node is known for {layer}.", nameof(layer)),
        };

        string Windows(string operation, int kernel, int stride, int padding, string[] inputs) =>
            graph.Node(
                operation,
                output,
                inputs,
                Repeated("kernel_shape", 2, kernel),
                Repeated("strides", 2, stride),
                Repeated("pads", 4, padding)
            );

        string Sum(ResidualModule residual) => graph.Node("Add", output, [Way(residual.Body), Way(residual.Shortcut)]);

        // A way of no layers is what enters it.
        string Way(LayerModule way) =>
            way.Network.Layers.Count == 0 ? input : graph.Append(way, input, way.Network.Name);

        string Shape(params int[] dimensions) =>
            graph.Integers($"{prefix}_shape", [-1, .. dimensions.Select(dimension => (long)dimension)]);

        IEnumerable<string> Weights() =>
            NodeWeights.Of(module).Select(weight => graph.Weight($"{prefix}_{weight.Name}", weight.Tensor));
    }
}
