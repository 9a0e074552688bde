using InfoGanMl.Recipes.Ingredients;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Data;

/// <summary>Warps each image of a batch, draws on it, and changes its strokes, all by random amounts of its own.</summary>
public sealed class RandomAugmentation(Augmentation ranges, RandomSource random)
{
    /// <summary>Augmented copies of a batch [N, C, H, W]; what comes in from outside the image is black, or repeats its edge.</summary>
    public AugmentedCopies Apply(Tensor images)
    {
        using var scope = NewDisposeScope();
        var count = images.shape[0];
        // In the order that seeds of earlier versions drew them in.
        var (slant, thickness) = (Uniform([count], ranges.Slant), Uniform([count], ranges.Thickness));
        var brightness = 1 - Uniform([count], ranges.Dimming).abs();
        var width = Uniform([count], Math.Log(1 + ranges.Stretch)).exp();
        var angle = Uniform([count], ranges.RotationDegrees * Math.PI / 180);
        var size = 1 + Uniform([count], ranges.Scaling);
        var (left, up) = (Uniform([count], 2 * ranges.Shift), Uniform([count], 2 * ranges.Shift)); // of half a side
        var (copies, warp) = new Warp(angle, size, slant, width, left, up).Apply(
            Mirror(images),
            ranges.Normalize,
            ranges.RepeatEdges
        );
        copies = Color(Thicken(DrawStrokes(copies), thickness) * brightness.reshape(-1, 1, 1, 1));
        var amounts = new Dictionary<AugmentationKind, Tensor>
        {
            [AugmentationKind.Slant] = slant,
            [AugmentationKind.Thickness] = thickness,
            [AugmentationKind.Brightness] = brightness,
            [AugmentationKind.Width] = width,
            [AugmentationKind.Size] = warp.Size * width.sqrt(), // what is wider is larger, too
            [AugmentationKind.Right] = -warp.Left,
            [AugmentationKind.Down] = -warp.Up,
        };
        return new(
            copies.MoveToOuterDisposeScope(),
            amounts.ToDictionary(amount => amount.Key, amount => amount.Value.MoveToOuterDisposeScope())
        );
    }

    /// <summary>Every second image, more or less, where mirrored ones are wanted.</summary>
    private Tensor Mirror(Tensor images)
    {
        if (!ranges.Mirror)
        {
            return images;
        }

        var mirrored = Uniform([images.shape[0], 1, 1, 1], 1) > 0;
        return where(mirrored, images.flip(3), images);
    }

    /// <summary>Draws short straight strokes at random places, in full brightness and about as wide as a pen's.</summary>
    private Tensor DrawStrokes(Tensor images)
    {
        var (count, height, width) = (images.shape[0], images.shape[2], images.shape[3]);
        for (var stroke = 0; stroke < ranges.Strokes; stroke++)
        {
            // Middle, direction, half of the length and of the width, the lengths as shares of the image's side.
            var (middleX, middleY) = (Between(0.25, 0.75) * width, Between(0.25, 0.75) * height);
            var direction = Between(0, Math.PI);
            var (halfLength, halfWidth) = (Between(0.07, 0.21) * height, Between(0.02, 0.06) * height);

            var dx = arange(width, device: images.device).reshape(1, 1, 1, width) - middleX;
            var dy = arange(height, device: images.device).reshape(1, 1, height, 1) - middleY;
            var along = (dx * direction.cos() + dy * direction.sin()).abs() - halfLength;
            var across = dy * direction.cos() - dx * direction.sin();
            var distance = (along.clamp_min(0).square() + across.square()).sqrt();
            images = maximum(images, (halfWidth + 0.5 - distance).clamp(0, 1));
        }

        return images;

        Tensor Between(double least, double most) => (least + most) / 2 + Uniform([count, 1, 1, 1], (most - least) / 2);
    }

    /// <summary>
    /// Moves each image towards its 3×3 dilation or erosion. Without it, Q's easiest answer is the thickness of the stroke,
    /// which no warp changes, and its categories have little to do with what is drawn.
    /// </summary>
    private static Tensor Thicken(Tensor images, Tensor thickness)
    {
        var amount = thickness.reshape(-1, 1, 1, 1);
        var dilated = nn.functional.max_pool2d(images, 3, 1, 1);
        var eroded = -nn.functional.max_pool2d(-images, 3, 1, 1);
        return images + amount.clamp_min(0) * (dilated - images) + (-amount).clamp_min(0) * (eroded - images);
    }

    /// <summary>Changes contrast, around the middle of the range, and brightness of each channel.</summary>
    private Tensor Color(Tensor images)
    {
        if (ranges.Coloring == 0)
        {
            return images;
        }

        long[] each = [images.shape[0], images.shape[1], 1, 1];
        var (contrast, brightness) = (1 + Uniform(each, ranges.Coloring), Uniform(each, ranges.Coloring / 2));
        return ((images - 0.5) * contrast + 0.5 + brightness).clamp(0, 1);
    }

    private Tensor Uniform(long[] shape, double range) => random.Uniform(shape) * (2 * range) - range;
}
