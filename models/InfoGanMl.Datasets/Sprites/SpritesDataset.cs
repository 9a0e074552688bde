using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets.Sprites;

/// <summary>Sprites of some combinations of factors, drawn when they are asked for.</summary>
public sealed class SpritesDataset
{
    internal static readonly string[] ShapeNames = ["square", "ellipse", "heart"];

    private readonly int _shape; // its place among the factors

    /// <summary>Chooses the images.</summary>
    /// <param name="space">
    /// <see cref="SpriteDrawing.Gray"/> or <see cref="SpriteDrawing.Color"/>, or a <see cref="FactorSpace.Restrict">part</see> of it.
    /// </param>
    /// <param name="side">Of an image in pixels, 8 to 256.</param>
    /// <exception cref="ArgumentException">The factors are others, or the side is out of range.</exception>
    public SpritesDataset(FactorSpace space, int side)
    {
        SpriteDrawing.RequireSide(side);
        SpriteDrawing.RequirePart(space);
        Space = space;
        _shape = space.Factors.Count - SpriteDrawing.Gray.Factors.Count;
        Format = new(_shape == 0 ? 1 : 3, side, side);
    }

    /// <summary>The factors, and the values that they take here.</summary>
    public FactorSpace Space { get; }

    /// <summary>Size of an image.</summary>
    public ImageFormat Format { get; }

    /// <summary>Draws images, each from its own factors alone.</summary>
    /// <param name="combinations">[N] combinations of the factors' values.</param>
    /// <exception cref="ArgumentException">There is no such combination, or more pixels than an array holds.</exception>
    public FactorImages Draw(IReadOnlyList<int[]> combinations)
    {
        if ((long)combinations.Count * Format.Size > Array.MaxLength)
        {
            throw new ArgumentException(
                $"{combinations.Count} images of {Format} do not fit an array; expected at most "
                    + $"{Array.MaxLength / Format.Size}.",
                nameof(combinations)
            );
        }

        foreach (var combination in combinations)
        {
            Space.IndexOf(combination); // which refuses others than its own
        }

        var pixels = new byte[combinations.Count * Format.Size];
        Parallel.For(
            0,
            combinations.Count,
            image => SpriteDrawing.Draw(combinations[image], Format.Height).CopyTo(pixels, image * Format.Size)
        );
        int[][] values =
        [
            .. Space.Factors.Select((_, factor) => combinations.Select(combination => combination[factor]).ToArray()),
        ];
        return new(new(Format, pixels, values[_shape]), values);
    }

    /// <summary>Draws every image of the space, in order.</summary>
    /// <exception cref="ArgumentException">There are more pixels than an array holds.</exception>
    public FactorImages DrawAll() => Draw([.. Enumerable.Range(0, Space.Count).Select(Space.At)]);
}
