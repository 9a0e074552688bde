using InfoGanMl.Models.Images;

namespace InfoGanMl.Recipes.Networks;

/// <summary>
/// The residual network of 18 layers (He et al. 2016, table 1) as ML.NET's featurizer has it: a third block in the last stage,
/// and images in [0, 1], red first, where its file takes 0 to 255, blue first, less a mean.
/// </summary>
public static class ResNet18
{
    /// <summary>Length of the vector that it makes of an image.</summary>
    public const int Features = 512;

    /// <summary>Groups of blocks that work on maps of one size.</summary>
    public const int Stages = 4;

    /// <summary>Channels of the maps of the first stage; each stage after it has twice as many.</summary>
    public const int FirstChannels = 64;

    private const int SmallestSide = 48; // pixels; below, images are doubled

    private static readonly int[] Blocks = [2, 2, 2, 3]; // of each stage; all but the first halve the sides

    /// <summary>
    /// The layers from an image [3, H, W] to the mean of its last maps; H and W are even. Small images are doubled first, as two
    /// layers in, a quarter of their side is left.
    /// </summary>
    public static IReadOnlyList<Layer> For(ImageFormat image) =>
        [
            new Conv(3, Kernel: 1, Stride: 1, Padding: 0), // order, range and mean of the pixels
            .. Math.Min(image.Height, image.Width) < SmallestSide
                ? new Layer[] { new TransposedConv(3, Bias: false) }
                : [],
            new Conv(FirstChannels, Kernel: 7, Padding: 3, Bias: false),
            new BatchNorm(),
            new ReLU(),
            new MaxPool(),
            .. Blocks.SelectMany((count, stage) => Stage(FirstChannels << stage, count, stage == 0 ? 1 : 2)),
            new GlobalAveragePool(),
            new Flatten(),
        ];

    /// <summary>The last layer of each stage, counted from 0.</summary>
    /// <param name="layers">Those of <see cref="For"/>.</param>
    public static IReadOnlyList<int> StageEnds(IReadOnlyList<Layer> layers)
    {
        int[] blocks = [.. layers.Index().Where(layer => layer.Item is Residual).Select(layer => layer.Index)];
        var ends = Enumerable.Range(1, Stages).Select(stages => blocks[Blocks.Take(stages).Sum() - 1] + 1);
        return [.. ends]; // a ReLU follows each block
    }

    /// <summary>Two convolutions beside a shortcut (figure 3); one that halves the sides changes the shape of both.</summary>
    /// <param name="channels">Channels that leave it; where it does not halve, those that enter it.</param>
    /// <param name="stride">2 where it halves the sides, else 1.</param>
    public static IReadOnlyList<Layer> Block(int channels, int stride) =>
        [
            new Residual(
                [
                    new Conv(channels, Kernel: 3, Stride: stride, Bias: false),
                    new BatchNorm(),
                    new ReLU(),
                    new Conv(channels, Kernel: 3, Stride: 1, Bias: false),
                    new BatchNorm(),
                ],
                stride == 1
                    ? []
                    : [new Conv(channels, Kernel: 1, Stride: stride, Padding: 0, Bias: false), new BatchNorm()]
            ),
            new ReLU(),
        ];

    private static IEnumerable<Layer> Stage(int channels, int blocks, int stride) =>
        Enumerable.Range(0, blocks).SelectMany(block => Block(channels, block == 0 ? stride : 1));
}
