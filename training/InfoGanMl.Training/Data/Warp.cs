using static TorchSharp.torch;

namespace InfoGanMl.Training.Data;

/// <summary>How each image of a batch is turned, scaled, slanted, stretched and moved: [N] each.</summary>
/// <param name="Angle">Radians.</param>
/// <param name="Size">Factor on both sides.</param>
/// <param name="Slant">Pixels to the right per pixel of height.</param>
/// <param name="Width">Further factor on the width.</param>
/// <param name="Left">To the left, in shares of half a side.</param>
/// <param name="Up">Upwards, in shares of half a side.</param>
internal sealed record Warp(Tensor Angle, Tensor Size, Tensor Slant, Tensor Width, Tensor Left, Tensor Up)
{
    /// <summary>
    /// Applies it: around the middle of an image, or, with <paramref name="normalize"/>, around its center of mass, which is
    /// brought to the middle first, as its mass is to the mean one.
    /// </summary>
    /// <param name="images">[N, C, H, W].</param>
    /// <param name="normalize">Whether images are brought to one place and size first.</param>
    /// <param name="repeatEdges">Whether what comes in from outside is like the edge, and not black.</param>
    /// <returns>The copies, and the warp that was needed for them.</returns>
    public (Tensor Copies, Warp Whole) Apply(Tensor images, bool normalize, bool repeatEdges)
    {
        var mass = normalize ? Mass.Of(images) : null;
        var whole = mass is null ? this : this with { Size = Size * (mass.Amount.mean() / mass.Amount).sqrt() }; // of areas
        var matrix = whole.MatrixOf(tall: (double)images.shape[2] / images.shape[3]);
        var shift = stack([Left, Up], 1).unsqueeze(-1);
        if (mass is not null)
        {
            // At the middle less the shift, the copy has what is at the center of the image.
            whole = whole with
            {
                Left = Left + mass.X,
                Up = Up + mass.Y,
            };
            shift = stack([mass.X, mass.Y], 1).unsqueeze(-1) + matmul(matrix, shift);
        }

        var grid = nn.functional.affine_grid(cat([matrix, shift], 2), images.shape, align_corners: false);
        var edges = repeatEdges ? GridSamplePaddingMode.Border : GridSamplePaddingMode.Zeros;
        return (nn.functional.grid_sample(images, grid, padding_mode: edges, align_corners: false), whole);
    }

    /// <summary>[N, 2, 2]: rotation · slant, divided by size and width, since a grid maps where each output pixel comes from.</summary>
    private Tensor MatrixOf(double tall)
    {
        // In the grid, an image is as wide as it is high; its true shape comes in where one direction moves the other.
        var (cos, sin) = (Angle.cos() / Size, Angle.sin() / Size);
        var firstRow = stack([cos / Width, (cos * Slant - sin) * tall / Width], 1);
        var secondRow = stack([sin / tall, sin * Slant + cos], 1);
        return stack([firstRow, secondRow], 1);
    }

    /// <summary>Of each image the sum of its brightness, and the center of that in the grid; the middle where all is black.</summary>
    private sealed record Mass(Tensor Amount, Tensor X, Tensor Y)
    {
        private const double Least = 1e-6;

        public static Mass Of(Tensor images)
        {
            var brightness = images.sum(1);
            var amount = brightness.sum([1, 2]) + Least;
            var x = (brightness.sum(1) * Places(images.shape[3])).sum(1) / amount;
            var y = (brightness.sum(2) * Places(images.shape[2])).sum(1) / amount;
            return new(amount, x, y);

            Tensor Places(long count) =>
                (2 * arange(count, device: images.device) + 1).to(ScalarType.Float32) / count - 1;
        }
    }
}
