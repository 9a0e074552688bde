using InfoGanMl.Models;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Data;

/// <summary>Turns, scales, slants and moves each image of a batch, and changes its strokes, by its own random amount.</summary>
public sealed class RandomDistortion(RealPairs ranges, Generator random)
{
    /// <summary>A distorted copy of a batch [N, C, H, W]; what comes in from outside the image is 0.</summary>
    public Tensor Apply(Tensor images)
    {
        using var scope = NewDisposeScope();
        return Thicken(Warp(images)).MoveToOuterDisposeScope();
    }

    private Tensor Warp(Tensor images)
    {
        var count = images.shape[0];
        var angle = Uniform(count, ranges.RotationDegrees * Math.PI / 180);
        var scale = 1 + Uniform(count, ranges.Scaling);
        var shear = Uniform(count, ranges.Shear);
        var (x, y) = (Uniform(count, 2 * ranges.Shift), Uniform(count, 2 * ranges.Shift)); // the grid spans 2 units

        // Rotation · shear, divided by the scale, since the grid maps where each output pixel comes from.
        var (cos, sin) = (angle.cos() / scale, angle.sin() / scale);
        var firstRow = stack([cos, cos * shear - sin, x], 1);
        var secondRow = stack([sin, sin * shear + cos, y], 1);
        var grid = nn.functional.affine_grid(stack([firstRow, secondRow], 1), images.shape, align_corners: false);
        return nn.functional.grid_sample(images, grid, align_corners: false);
    }

    /// <summary>
    /// Moves each image towards its 3×3 dilation or erosion. Without it, Q's easiest answer is the thickness of the stroke,
    /// which no affine map changes, and its categories have little to do with what is drawn.
    /// </summary>
    private Tensor Thicken(Tensor images)
    {
        var amount = Uniform(images.shape[0], ranges.Thickness).reshape(-1, 1, 1, 1);
        var dilated = nn.functional.max_pool2d(images, 3, 1, 1);
        var eroded = -nn.functional.max_pool2d(-images, 3, 1, 1);
        return images + amount.clamp_min(0) * (dilated - images) + (-amount).clamp_min(0) * (eroded - images);
    }

    private Tensor Uniform(long count, double range) =>
        rand([count], device: random.device, generator: random) * (2 * range) - range;
}
