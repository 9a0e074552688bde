using System.Security.Cryptography;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Training.Export.Onnx;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Networks;

/// <summary>
/// A trunk that has seen photographs: its weights are those of the ONNX file in NuGet package
/// Microsoft.ML.DnnImageFeaturizer.ResNet18 (MIT), which ML.NET's own featurizer runs. ImageNet's labels taught it.
/// </summary>
internal static class PretrainedTrunk
{
    /// <summary>Hash of the file.</summary>
    public const string Sha256 = "e2552f19db2dfdb01b3669537b6a0f1b44da38d18279535492ed5dfc2ef1ff8f";

    /// <summary>Where a program has the file that trains on photographs: beside itself.</summary>
    private static string DefaultPath => Path.Combine(AppContext.BaseDirectory, "ResNet18.onnx");

    private const int FileLength = 63_653_533;

    /// <summary>Means of the channels of the image that the package's ResNetPreprocess.onnx subtracts, blue first.</summary>
    private static readonly float[] Means = [103.06f, 115.90f, 123.15f];

    /// <summary>Weights of the nearest pixels of a row, a quarter of a pixel beside each.</summary>
    private static readonly float[] Halfway = [0.25f, 0.75f, 0.75f, 0.25f];

    /// <summary>A network of <see cref="ResNet18"/>'s layers with the weights that the program has, which stays as it is.</summary>
    /// <param name="network">For images of any size.</param>
    /// <param name="precision">In which numbers it computes.</param>
    /// <param name="device">Where.</param>
    /// <exception cref="InvalidTrunkException">The file is missing, or another one.</exception>
    public static LayerModule MakeFixed(Network network, Precision precision, Device device)
    {
        using var random = new Generator(0); // of weights that are overwritten
        var trunk = new LayerModule(network, weightDeviation: 0, random, precision);
        trunk.to(device);
        LoadFixed(trunk);
        return trunk;
    }

    /// <summary>Fills a module with the weights that the program has, and keeps it as it is: batch norms by their own averages.</summary>
    /// <param name="trunk">A module of <see cref="ResNet18"/>'s layers.</param>
    /// <exception cref="InvalidTrunkException">The file is missing, or another one.</exception>
    public static void LoadFixed(LayerModule trunk)
    {
        Load(trunk, DefaultPath);
        trunk.eval();
        foreach (var parameter in trunk.parameters())
        {
            parameter.requires_grad = false; // not the whole under no_grad: products in bfloat16 are of a training
        }
    }

    /// <summary>Fills a module with the weights.</summary>
    /// <param name="trunk">A module of <see cref="ResNet18"/>'s layers.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidTrunkException">It is missing, or another one.</exception>
    public static void Load(LayerModule trunk, string path)
    {
        var graph = Read(path).Graph;
        var tensors = graph.Initializer.ToDictionary(tensor => tensor.Name);
        var nodes = graph.Node.Where(node => node.OpType is "Conv" or "BatchNormalization");

        using var _ = no_grad();
        var modules = InOrderOfFile(trunk).ToList();
        FillPixels(modules[0]);
        FillDoubling(trunk);
        foreach (var (module, node) in modules.Skip(1).Zip(nodes))
        {
            foreach (var ((_, weight), name) in NodeWeights.Of(module).Zip(node.Input.Skip(1)))
            {
                using var values = tensor(tensors[name].FloatData.ToArray(), weight.shape, device: weight.device);
                weight.copy_(values);
            }
        }
    }

    /// <summary>Convolutions and batch norms one after the other; of two ways, the file has the shortcut first.</summary>
    private static IEnumerable<nn.Module<Tensor, Tensor>> InOrderOfFile(LayerModule stack) =>
        stack.LayersWithModules.SelectMany(layer =>
            layer switch
            {
                (Conv or BatchNorm, var module) => [module],
                (_, ResidualModule ways) => InOrderOfFile(ways.Shortcut).Concat(InOrderOfFile(ways.Body)),
                _ => [],
            }
        );

    /// <summary>Red, green and blue in [0, 1] to blue, green and red around 0.</summary>
    private static void FillPixels(nn.Module pixels)
    {
        var (weight, bias) = (pixels.get_parameter("weight")!, pixels.get_parameter("bias")!);
        weight.copy_(255 * eye(3, device: weight.device).flip(0).reshape(3, 3, 1, 1));
        bias.copy_(-tensor(Means, device: bias.device));
    }

    /// <summary>Where images are doubled, the weights of linear interpolation between pixels, channel by channel.</summary>
    private static void FillDoubling(LayerModule trunk)
    {
        foreach (var (_, doubling) in trunk.LayersWithModules.Where(layer => layer.Layer is TransposedConv))
        {
            var weight = doubling.get_parameter("weight")!;
            using var side = tensor(Halfway, device: weight.device);
            weight.copy_(eye(3, device: weight.device).reshape(3, 3, 1, 1) * side.outer(side));
        }
    }

    private static ModelProto Read(string path)
    {
        var bytes = BoundedFile.ReadAllBytes(path, FileLength, Refuse);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return hash == Sha256
            ? ModelProto.Parser.ParseFrom(bytes)
            : throw Refuse($"SHA-256 {hash}", $"{Sha256}, that of ResNet18.onnx in ML.NET's package");

        InvalidTrunkException Refuse(string found, string expected, Exception? inner = null) =>
            new(path, found, expected, inner);
    }
}
