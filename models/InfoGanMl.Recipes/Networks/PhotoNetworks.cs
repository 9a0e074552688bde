using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Recipes.Networks;

/// <summary>
/// The networks of recipes for photographs: <see cref="ResNet18"/> as the trunk, on whose features Q's outputs stand directly, and a
/// G that begins with four to seven pixels on the shorter side and draws its last details at full size.
/// </summary>
public static class PhotoNetworks
{
    private const int LeastSide = 32;
    private const int MostSide = 128;
    private const int FirstSide = 4; // of G's first maps
    private const int Channels = 32; // of G's last maps; each one before has twice as many
    private const int MostChannels = 512;

    /// <summary>Whether there are networks for images of this format: in color, of 32 to 128 pixels that can be halved often enough.</summary>
    public static bool Fits(ImageFormat image) =>
        image.Channels == 3
        && Math.Min(image.Height, image.Width) >= LeastSide
        && Math.Max(image.Height, image.Width) <= MostSide
        && image.Height % (1 << Halvings(image)) == 0
        && image.Width % (1 << Halvings(image)) == 0;

    /// <summary>The networks for images of this format.</summary>
    /// <exception cref="InvalidOptionsException">They are gray, or have sides that cannot be halved down to so few pixels.</exception>
    public static Architecture For(ImageFormat image) =>
        Fits(image)
            ? new(Generator(image), ResNet18.For(image), RecognizerHead: [])
            : throw new InvalidOptionsException([
                $"the images are {image}; expected photographs in color with sides of {LeastSide} to {MostSide} pixels that can be "
                    + "halved until the shorter has four to seven, such as 32, 64 or 128. Bring them to such a size, or take preset pictures.",
            ]);

    /// <summary>The same networks for images of another format; null where these are none of ours.</summary>
    /// <exception cref="InvalidOptionsException">There are none for that format.</exception>
    public static Architecture? Adapt(Architecture architecture, ImageFormat from, ImageFormat to) =>
        Fits(from) && architecture.HasLayersOf(For(from)) ? For(to) : null;

    private static int Halvings(ImageFormat image) => int.Log2(Math.Min(image.Height, image.Width) / FirstSide);

    private static Layer[] Generator(ImageFormat image)
    {
        var halvings = Halvings(image);
        var levels = Enumerable.Range(0, halvings + 1).Select(level => Math.Min(MostChannels, Channels << level));
        return
        [
            .. StandardNetworks.Grow(image.Height >> halvings, image.Width >> halvings, [.. levels]),
            new Conv(3, Kernel: 3, Stride: 1),
            new Sigmoid(),
        ];
    }
}
