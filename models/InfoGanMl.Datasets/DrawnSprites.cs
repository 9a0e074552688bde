using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Sprites;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets;

/// <summary>A data set of sprites, drawn anew whenever it is opened: always the same ones.</summary>
/// <param name="Name">As options and command lines give it.</param>
/// <param name="Title">As messages and model cards state it.</param>
/// <param name="Sprites">All that there are, of which some are drawn.</param>
public sealed record DrawnSprites(string Name, string Title, SpritesDataset Sprites) : KnownDataset(Name, Title)
{
    /// <summary>Images to train on and to test on, as many as MNIST has.</summary>
    private const int Train = 60_000,
        Test = 10_000;

    private const int Seed = 1;

    /// <inheritdoc/>
    public override ImageFormat Format => Sprites.Format;

    /// <inheritdoc/>
    public override Task<ImageDataset> OpenAsync(
        IProgress<ActivityReport>? progress = null,
        CancellationToken cancellation = default
    )
    {
        progress?.Report($"Drawing {Train + Test} of {Sprites.Space.Count} sprites.");
        return Task.Run(
            () => Sprites.Sample(Train, Test, Seed).Images with { Name = Title, Sprites = Sprites },
            cancellation
        );
    }
}
