using InfoGanMl.Models.Folder;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Models.Networks;

/// <summary>
/// The judge of generated images: a classifier that learned from labeled, real images. The evaluation asks it what G draws;
/// no InfoGAN ever learns from it.
/// </summary>
public sealed class JudgeNetworks
{
    /// <summary>Name of its input, images [N, C, H, W] in [0, 1].</summary>
    public const string ImageName = "image";

    /// <summary>Name of its output [N, classes].</summary>
    public const string ProbabilitiesName = "probabilities";

    /// <summary>Name of its output [N, width], the layer before the classes.</summary>
    public const string FeaturesName = "features";

    /// <summary>Small enough to be kept in the repository: 0.7 MB for ten classes of 28×28 pixels.</summary>
    private static readonly Layer[] FeatureLayers =
    [
        new Conv(32, Bias: false),
        new BatchNorm(),
        new LeakyReLU(),
        new Conv(64, Bias: false),
        new BatchNorm(),
        new LeakyReLU(),
        new Conv(64, Kernel: 3, Bias: false),
        new BatchNorm(),
        new LeakyReLU(),
        new Flatten(),
        new Dense(96, Bias: false),
        new BatchNorm(),
        new LeakyReLU(),
    ];

    /// <summary>Binds the layers to images and classes.</summary>
    /// <exception cref="ArgumentException">The images are too small for the convolutions.</exception>
    public JudgeNetworks(ImageFormat image, int classes)
    {
        Features = new("features", new(image.Channels, image.Height, image.Width), FeatureLayers);
        Classes = new("classes", Features.Output, [new Dense(classes)]);
        Tensors = new(
            [new(ImageName, Features.Input.Dimensions)],
            [new(ProbabilitiesName, Classes.Output.Dimensions), new(FeaturesName, Features.Output.Dimensions)]
        );
    }

    /// <summary>Images to features.</summary>
    public Network Features { get; }

    /// <summary>Features to one logit per class.</summary>
    public Network Classes { get; }

    /// <summary>Names and shapes at the border of its ONNX graph.</summary>
    public GraphTensors Tensors { get; }
}
