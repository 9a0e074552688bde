using InfoGanMl.Models.Images;
using InfoGanMl.Models.Latents;
using InfoGanMl.Models.Runs;
using InfoGanMl.Models.Tensors;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Networks;
using TorchSharp;
using static InfoGanMl.Training.Export.OnnxGraphBuilder;

namespace InfoGanMl.Training.Export;

/// <summary>Writes G and Q as ONNX files that run alone: batch norm by its running averages, probabilities instead of logits.</summary>
public static class OnnxExporter
{
    /// <summary>G: noise and one tensor per code to images.</summary>
    public static byte[] ExportGenerator(InfoGan gan, TrainingOptions options)
    {
        var tensors = options.BuildNetworks().Tensors.Generator;
        var image = tensors.Outputs[0];
        var graph = new OnnxGraphBuilder(
            "generator",
            "InfoGAN generator G: noise and codes to images [N, C, H, W] in [0, 1]."
        );
        var inputs = tensors.Inputs.Select(input =>
            graph.Input(input, DescribeInput(options.Latent.Space, input.Name))
        );

        var latents = graph.Node("Concat", "latents", [.. inputs], Attribute("axis", 1));
        graph.Append(gan.Generator, latents, image.Name);
        graph.Output(image, "Generated images in [0, 1].");
        return graph.ToBytes(Metadata(options));
    }

    /// <summary>Q with the trunk it shares with D: images to probabilities, means and features.</summary>
    /// <param name="gan">The networks.</param>
    /// <param name="options">The recipe.</param>
    /// <param name="preparation">How a picture becomes such an image; readers without the model folder find it in the metadata.</param>
    public static byte[] ExportRecognizer(InfoGan gan, TrainingOptions options, ImagePreparation preparation)
    {
        var tensors = options.BuildNetworks().Tensors.Recognizer;
        var (image, features) = (tensors.Inputs[0], tensors.Outputs[^1]);
        var graph = new OnnxGraphBuilder("recognizer", "InfoGAN recognizer Q: images [N, C, H, W] in [0, 1] to codes.");

        var input = graph.Input(image, "Images in [0, 1].");
        var trunk = graph.Append(gan.Trunk, input, "trunk");
        graph.Append(gan.Recognizer.Features, trunk, features.Name);
        var rawCodes = graph.Append(gan.Recognizer.Codes, features.Name, "codes");
        AppendCodes(graph, rawCodes, options);

        foreach (var output in tensors.Outputs)
        {
            graph.Output(output, DescribeOutput(options.Latent.Space, output.Name));
        }

        return graph.ToBytes([.. Metadata(options), (ImagePreparation.PropertyName, preparation.ToProperty())]);
    }

    /// <summary>The trunk alone, as ML.NET's featurizer has it: images to features.</summary>
    public static byte[] ExportFeaturizer(TrainingOptions options)
    {
        var network = options.BuildNetworks().Trunk;
        using var trunk = PretrainedTrunk.MakeFixed(network, Precision.Float32, torch.CPU);
        var graph = new OnnxGraphBuilder(
            "featurizer",
            "ResNet-18 of Microsoft.ML.DnnImageFeaturizer.ResNet18, taught by ImageNet's labels: images [N, C, H, W] in [0, 1] to features."
        );
        TensorShape image = new(FeaturizerTensors.ImageName, network.Input.Dimensions);
        TensorShape features = new(FeaturizerTensors.FeaturesName, network.Output.Dimensions);
        graph.Append(trunk, graph.Input(image, "Images in [0, 1]."), features.Name);
        graph.Output(features, "Means of the last maps.");
        return graph.ToBytes([("image", $"{options.Image}, values in [0, 1]")]);
    }

    /// <summary>Splits Q's raw outputs into codes.</summary>
    private static void AppendCodes(OnnxGraphBuilder graph, string rawCodes, TrainingOptions options)
    {
        var latent = options.Latent.Space;
        List<(string Name, long Size)> parts =
        [
            .. latent.Categorical.Select(code => ($"{code.Name}_logits", (long)code.Size)),
            .. latent.Continuous.Select(code => (code.MeanName, 1L)),
        ];

        var sizes = graph.Integers("code_sizes", [.. parts.Select(part => part.Size)]);
        graph.Node("Split", [.. parts.Select(part => part.Name)], [rawCodes, sizes], Attribute("axis", 1));
        foreach (var code in latent.Categorical)
        {
            graph.Node("Softmax", code.ProbabilitiesName, [$"{code.Name}_logits"], Attribute("axis", 1));
        }
    }

    private static string DescribeInput(LatentSpace latent, string name)
    {
        if (name == LatentSpace.NoiseName)
        {
            return $"Noise z, {Describe(latent.NoisePrior)}.";
        }

        var continuous = latent.Continuous.FirstOrDefault(code => code.Name == name);
        return continuous is null ? "Categorical code, one-hot." : $"Continuous code, {Describe(continuous.Prior)}.";
    }

    private static string DescribeOutput(LatentSpace latent, string name) =>
        latent.Categorical.Any(code => code.ProbabilitiesName == name) ? "Probability of each category."
        : latent.Continuous.Any(code => code.MeanName == name) ? "Mean of the continuous code."
        : "Features before Q's output units.";

    private static string Describe(Prior prior) =>
        prior == Prior.Uniform ? "uniform on [-1, 1]" : "normal with mean 0 and deviation 1";

    private static IEnumerable<(string Key, string Value)> Metadata(TrainingOptions options) =>
        [("preset", options.Preset), ("seed", $"{options.Seed}"), ("image", $"{options.Image}, values in [0, 1]")];
}
