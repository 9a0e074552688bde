using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Training.Networks;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace InfoGanMl.Training.HeadStarts.Seeing;

/// <summary>A trunk that has seen photographs, as it came, and looks at images at the size that it knows.</summary>
internal sealed class EnlargingTrunk : IDisposable
{
    private readonly int _side;
    private readonly LayerModule _trunk;
    private readonly int _firstStage;

    /// <summary>Loads it.</summary>
    /// <param name="options">Options with a pretrained trunk.</param>
    /// <param name="device">Where to compute.</param>
    public EnlargingTrunk(TrainingOptions options, Device device)
    {
        _side = options.Transfer!.Side;
        var format = options.Image with
        {
            Height = Math.Max(_side, options.Image.Height),
            Width = Math.Max(_side, options.Image.Width),
        };
        var network = new Network("trunk", new(format.Channels, format.Height, format.Width), ResNet18.For(format));
        _trunk = PretrainedTrunk.MakeFixed(network, options.Precision, device);
        _firstStage = ResNet18.StageEnds(network.Layers)[0];
    }

    /// <summary>What it makes of images [n, C, H, W]: features [n, trunk width], and their style.</summary>
    public (Tensor Features, Tensor Styles) Look(Tensor images)
    {
        var (features, stages) = _trunk.ForwardWith([_firstStage], Enlarge(images));
        return (features.detach(), StyleGroups.StyleOf(stages[0]).detach());
    }

    /// <inheritdoc/>
    public void Dispose() => _trunk.Dispose();

    /// <summary>Images whose shorter side has at least so many pixels, by whole factors; the trunk takes any size.</summary>
    private Tensor Enlarge(Tensor images)
    {
        var factor = Math.Max(1, _side / Math.Min(images.shape[2], images.shape[3]));
        return factor == 1
            ? images
            : interpolate(
                images,
                scale_factor: [factor, factor],
                mode: InterpolationMode.Bilinear,
                align_corners: false
            );
    }
}
