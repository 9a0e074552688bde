using InfoGanMl.Training.Export;
using static InfoGanMl.Training.Export.OnnxGraphBuilder;

namespace InfoGanMl.Training.Judging;

/// <summary>Writes a judge as an ONNX file that runs alone: batch norm by its running averages, probabilities instead of logits.</summary>
public static class JudgeExporter
{
    /// <summary>Images to probabilities of the classes and features.</summary>
    /// <param name="judge">The trained networks.</param>
    /// <param name="metadata">Shown by Netron among the model's properties.</param>
    public static byte[] Export(TrainableJudge judge, IEnumerable<(string Key, string Value)> metadata)
    {
        var tensors = judge.Networks.Tensors;
        var (image, probabilities, features) = (tensors.Inputs[0], tensors.Outputs[0], tensors.Outputs[1]);
        var graph = new OnnxGraphBuilder(
            "judge",
            "Judge of generated images: images [N, C, H, W] in [0, 1] to classes."
        );

        var input = graph.Input(image, "Images in [0, 1].");
        graph.Append(judge.Features, input, features.Name);
        var logits = graph.Append(judge.Classes, features.Name, "logits");
        graph.Node("Softmax", probabilities.Name, [logits], Attribute("axis", 1));
        graph.Output(probabilities, "Probability of each class.");
        graph.Output(features, "Features before the classes.");
        return graph.ToBytes(metadata);
    }
}
