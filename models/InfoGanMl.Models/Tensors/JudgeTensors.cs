namespace InfoGanMl.Models.Tensors;

/// <summary>Names at the border of a judge's ONNX graph, which training writes and evaluation reads.</summary>
internal static class JudgeTensors
{
    /// <summary>Its input, images [N, C, H, W] in [0, 1].</summary>
    public const string ImageName = "image";

    /// <summary>Its output [N, classes].</summary>
    public const string ProbabilitiesName = "probabilities";

    /// <summary>Its output [N, width], the layer before the classes.</summary>
    public const string FeaturesName = "features";
}
