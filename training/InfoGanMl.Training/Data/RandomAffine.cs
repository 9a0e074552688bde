using InfoGanMl.Models;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Data;

/// <summary>Turns, scales, slants and moves each image of a batch by its own random amount.</summary>
public sealed class RandomAffine(RealPairs ranges, Generator random)
{
    /// <summary>A distorted copy of a batch [N, C, H, W]; what comes in from outside the image is 0.</summary>
    public Tensor Apply(Tensor images)
    {
        using var scope = NewDisposeScope();
        var count = images.shape[0];
        var angle = Uniform(ranges.RotationDegrees * Math.PI / 180);
        var scale = 1 + Uniform(ranges.Scaling);
        var shear = Uniform(ranges.Shear);
        var (x, y) = (Uniform(2 * ranges.Shift), Uniform(2 * ranges.Shift)); // the grid spans 2 units per side

        // Rotation · shear, divided by the scale, since the grid maps where each output pixel comes from.
        var (cos, sin) = (angle.cos() / scale, angle.sin() / scale);
        var firstRow = stack([cos, cos * shear - sin, x], 1);
        var secondRow = stack([sin, sin * shear + cos, y], 1);
        var grid = nn.functional.affine_grid(stack([firstRow, secondRow], 1), images.shape, align_corners: false);
        var copies = nn.functional.grid_sample(images, grid, align_corners: false);
        return copies.MoveToOuterDisposeScope();

        Tensor Uniform(double range) => rand([count], device: images.device, generator: random) * (2 * range) - range;
    }
}
