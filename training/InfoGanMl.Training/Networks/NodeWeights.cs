using static TorchSharp.torch;

namespace InfoGanMl.Training.Networks;

/// <summary>The weights of a module in the order in which an ONNX node takes them, after its input.</summary>
internal static class NodeWeights
{
    private static readonly string[] Names = ["weight", "bias", "running_mean", "running_var"];

    /// <summary>Those that the module has, by the names that TorchSharp gives them.</summary>
    public static IEnumerable<(string Name, Tensor Tensor)> Of(nn.Module module)
    {
        var weights = module.state_dict();
        return Names.Where(weights.ContainsKey).Select(name => (name, weights[name]));
    }
}
