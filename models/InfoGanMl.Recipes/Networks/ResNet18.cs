namespace InfoGanMl.Recipes.Networks;

/// <summary>
/// The residual network of 18 layers (He et al. 2016, table 1) as ML.NET's featurizer has it: a third block in the last stage,
/// and images in [0, 1], red first, where its file takes 0 to 255, blue first, less a mean.
/// </summary>
public static class ResNet18
{
    /// <summary>Length of the vector that it makes of an image.</summary>
    public const int Features = 512;

    /// <summary>The layers from an image [3, H, W] to the mean of its last maps; H and W are even.</summary>
    public static IReadOnlyList<Layer> Layers { get; } =
    [
        new Conv(3, Kernel: 1, Stride: 1, Padding: 0), // order, range and mean of the pixels
        new Conv(64, Kernel: 7, Padding: 3, Bias: false),
        new BatchNorm(),
        new ReLU(),
        new MaxPool(),
        .. Stage(64, blocks: 2, stride: 1),
        .. Stage(128, blocks: 2, stride: 2),
        .. Stage(256, blocks: 2, stride: 2),
        .. Stage(Features, blocks: 3, stride: 2),
        new GlobalAveragePool(),
        new Flatten(),
    ];

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
