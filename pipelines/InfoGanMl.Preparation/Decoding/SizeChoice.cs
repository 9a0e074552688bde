using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Decoding;

/// <summary>Chooses the size of the images where the user does not.</summary>
/// <param name="list">The pictures.</param>
/// <param name="options">What becomes of them.</param>
/// <param name="clock">The time.</param>
internal sealed class SizeChoice(PictureList list, PreparationOptions options, TimeProvider clock)
{
    private const int LookedAt = 200; // pictures; the list is mixed

    /// <summary>The same options, with a size.</summary>
    /// <param name="cancellation">Stops between two pictures.</param>
    public PreparationOptions Make(CancellationToken cancellation) =>
        options.Size is not null || options.Like is not null
            ? options
            : options with
            {
                Size =
                    options.Color != ColorChoice.Gray
                    && Fits(PreparationOptions.PhotographSize)
                    && ArePhotographs(cancellation)
                        ? PreparationOptions.PhotographSize
                        : PreparationOptions.DrawingSize,
            };

    private bool Fits(int size) => list.LargestPart * (long)new ImageFormat(3, size, size).Size <= Array.MaxLength;

    private bool ArePhotographs(CancellationToken cancellation)
    {
        ImageFormat format = new(3, PreparationOptions.PhotographSize, PreparationOptions.PhotographSize);
        var some = list with { Pictures = [.. list.Pictures.Take(LookedAt)] };
        var photographs = new PhotographCount();
        new DecodingPass(
            some,
            new(format, new() { Resize = options.Resize }),
            new(some.Pictures.Count, clock, progress: null)
        ).Run((_, _, layer) => photographs.Add(layer.Planes[..format.Size], format), cancellation);
        return photographs.ArePhotographs;
    }
}
