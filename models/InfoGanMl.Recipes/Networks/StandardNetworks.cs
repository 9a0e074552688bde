using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Recipes.Networks;

/// <summary>
/// The networks of our own recipes, for images of many sizes: those of MNIST's, with a further level for each doubling. A deep
/// trunk already has its third level at 32 pixels: with it, Q sorts hands better and reads sprites less well.
/// </summary>
public static class StandardNetworks
{
    private const int FewestHalvings = 2;
    private const int WidestMap = 8; // pixels on a side where convolutions end and dense layers begin
    private const int Channels = 32; // of the level next to the image; each further one has twice as many

    /// <summary>
    /// A further D that gives each patch of an image a logit of its own (PatchGAN, Isola et al. 2017, section 3.2.2), without
    /// batch norms: from every fourth pixel, 18 pixels on a side.
    /// </summary>
    /// <exception cref="ArgumentException">The images are too small for that.</exception>
    public static Network Patches(ImageFormat image) =>
        new(
            "patches",
            new(image.Channels, image.Height, image.Width),
            [
                new Conv(Channels),
                new LeakyReLU(),
                new Conv(2 * Channels),
                new LeakyReLU(),
                new Conv(1, Kernel: 3, Stride: 1),
                new Flatten(),
            ]
        );

    /// <summary>G, the trunk and Q's head for images of this format.</summary>
    /// <exception cref="InvalidOptionsException">Its sides cannot be halved as often as that takes.</exception>
    public static Architecture For(ImageFormat image, bool deepTrunk = false)
    {
        var levels = Halvings(image);
        return new(
            Generator: Generator(image, Widths(levels)),
            Trunk: Trunk(Widths(deepTrunk ? DeepTrunkLevels(image, levels) : levels)),
            RecognizerHead: LeakyDense(128)
        );
    }

    /// <summary>
    /// The same networks for images of another format; null where these are none of ours. Trunks that are alike, deep or not,
    /// count as not deep.
    /// </summary>
    /// <exception cref="InvalidOptionsException">There are none for that format.</exception>
    public static Architecture? Adapt(Architecture architecture, ImageFormat from, ImageFormat to) =>
        Are(architecture, from, deepTrunk: false) ? For(to)
        : Are(architecture, from, deepTrunk: true) ? For(to, deepTrunk: true)
        : null;

    private static bool Are(Architecture architecture, ImageFormat image, bool deepTrunk) =>
        Fits(image) && architecture.HasLayersOf(For(image, deepTrunk));

    /// <summary>G's layers from a latent vector to maps that are doubled again and again.</summary>
    /// <param name="height">Of the first maps.</param>
    /// <param name="width">The same.</param>
    /// <param name="channels">Of each level's maps, the last level's first.</param>
    internal static IEnumerable<Layer> Grow(int height, int width, int[] channels) =>
        [
            new Dense(height * width * channels[^1], Bias: false),
            new BatchNorm(),
            new ReLU(),
            new Reshape(channels[^1], height, width),
            .. channels.Reverse().Skip(1).SelectMany(Up),
        ];

    private static Layer[] Generator(ImageFormat image, int[] widths) =>
        [
            .. Grow(image.Height >> widths.Length, image.Width >> widths.Length, widths),
            new TransposedConv(image.Channels),
            new Sigmoid(),
        ];

    private static Layer[] Trunk(int[] widths) =>
        [new Conv(widths[0]), new LeakyReLU(), .. widths.Skip(1).SelectMany(Down), new Flatten(), .. LeakyDense(256)];

    private static int[] Widths(int levels) => [.. Enumerable.Range(0, levels).Select(level => Channels << level)];

    private static int DeepTrunkLevels(ImageFormat image, int levels) =>
        Math.Min(image.Height, image.Width) >= 32 ? Math.Max(levels, 3) : levels; // 4 pixels are left of 32

    private static int Halvings(ImageFormat image) =>
        Fits(image)
            ? CountHalvings(image)
            : throw new InvalidOptionsException([
                $"the images are {image}; expected sides of at least 16 pixels that can be halved until at most {WidestMap} are left,"
                    + " such as 28, 32 or 64. Bring them to such a size, or describe networks for them in a preset file.",
            ]);

    private static bool Fits(ImageFormat image)
    {
        var step = 1 << CountHalvings(image);
        return Math.Min(image.Height, image.Width) >= 16
            && image.Height % step == 0
            && image.Width % step == 0
            && !image.FindMistakes().Any();
    }

    private static int CountHalvings(ImageFormat image)
    {
        var halvings = FewestHalvings;
        while (Math.Max(image.Height, image.Width) >> halvings > WidestMap)
        {
            halvings++;
        }

        return halvings;
    }

    private static Layer[] Up(int channels) => [new TransposedConv(channels, Bias: false), new BatchNorm(), new ReLU()];

    private static Layer[] Down(int channels) => [new Conv(channels, Bias: false), new BatchNorm(), new LeakyReLU()];

    private static Layer[] LeakyDense(int outputs) =>
        [new Dense(outputs, Bias: false), new BatchNorm(), new LeakyReLU()];
}
