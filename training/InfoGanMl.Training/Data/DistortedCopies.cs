using InfoGanMl.Models;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Data;

/// <summary>Copies of a batch of images, and how much each was changed.</summary>
/// <param name="Images">[N, C, H, W].</param>
/// <param name="Slant">[N], in pixels to the right per pixel of height.</param>
/// <param name="Thickness">[N], share of the way to the dilation, or, where negative, to the erosion.</param>
/// <param name="Brightness">[N], factor on all pixels, at most 1.</param>
/// <param name="Width">[N], factor on the width.</param>
public sealed record DistortedCopies(Tensor Images, Tensor Slant, Tensor Thickness, Tensor Brightness, Tensor Width)
{
    /// <summary>[N], how much of a distortion each copy got.</summary>
    public Tensor Amount(Distortion distortion) =>
        distortion switch
        {
            Distortion.Slant => Slant,
            Distortion.Thickness => Thickness,
            Distortion.Brightness => Brightness,
            Distortion.Width => Width,
            _ => throw new ArgumentOutOfRangeException(nameof(distortion), distortion, "No such distortion."),
        };
}
