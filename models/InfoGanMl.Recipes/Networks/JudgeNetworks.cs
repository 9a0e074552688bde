using InfoGanMl.Models.Images;
using InfoGanMl.Models.Tensors;

namespace InfoGanMl.Recipes.Networks;

/// <summary>
/// The judge of generated images: a classifier that learned from labeled, real images. The evaluation asks it what G draws;
/// no InfoGAN ever learns from it.
/// </summary>
public sealed class JudgeNetworks
{
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
            [new(JudgeTensors.ImageName, Features.Input.Dimensions)],
            [
                new(JudgeTensors.ProbabilitiesName, Classes.Output.Dimensions),
                new(JudgeTensors.FeaturesName, Features.Output.Dimensions),
            ]
        );
    }

    /// <summary>Images to features.</summary>
    public Network Features { get; }

    /// <summary>Features to one logit per class.</summary>
    public Network Classes { get; }

    /// <summary>Names and shapes at the border of its ONNX graph.</summary>
    public GraphTensors Tensors { get; }
}
