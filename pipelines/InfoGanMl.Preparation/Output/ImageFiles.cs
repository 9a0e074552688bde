using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Decoding;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Output;

/// <summary>Writes the images of a list of pictures into a folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="list">The pictures.</param>
/// <param name="format">Their size, and whether they may be in color.</param>
internal sealed class ImageFiles(string folder, PictureList list, ImageFormat format)
{
    private readonly Dictionary<string, int> _labels = list.Classes.Index().ToDictionary(c => c.Item, c => c.Index);

    /// <summary>Size of the images that were written, gray or RGB.</summary>
    public ImageFormat Format { get; private set; } = format;

    /// <summary>Images to train on that were written.</summary>
    public int TrainImages { get; private set; }

    /// <summary>Images to test on that were written.</summary>
    public int TestImages { get; private set; }

    /// <summary>Decodes the pictures and writes them.</summary>
    /// <returns>Those that are broken.</returns>
    /// <exception cref="PreparationException">More are broken than may be, or all of a part.</exception>
    public IReadOnlyList<SkippedPicture> Write(
        PreparationOptions options,
        DecodingProgress pace,
        CancellationToken cancellation
    )
    {
        using var train = new PartWriter(folder, PreparedFolder.Train, Format, _labels.Count > 0);
        using var test = new PartWriter(folder, PreparedFolder.Test, Format, _labels.Count > 0);
        var pass = new DecodingPass(list, options, pace);
        var skipped = pass.Run(Accept, cancellation);
        (TrainImages, TestImages) = (train.Count, test.Count);
        CheckBroken(skipped, options.MaxBroken);

        train.Complete();
        test.Complete();
        if (options.Color == ColorChoice.Auto && !pass.HasColor)
        {
            train.MakeGray(cancellation);
            test.MakeGray(cancellation);
            Format = Format with { Channels = 1 };
        }

        return skipped;

        void Accept(SourcePicture picture, ReadOnlySpan<byte> planes) =>
            (picture.Part == Part.Test ? test : train).Write(
                planes,
                picture.Class is { } name ? _labels.GetValueOrDefault(name) : 0 // not there where one class is none
            );
    }

    private void CheckBroken(IReadOnlyList<SkippedPicture> skipped, int most)
    {
        if (skipped.Count > most)
        {
            throw new BrokenPicturesException(skipped, list.Pictures.Count, most);
        }

        if (TrainImages == 0 || TestImages == 0)
        {
            throw new PreparationException(
                $"{TrainImages} pictures to train on and {TestImages} to test on that are not broken",
                "one of each at least",
                $"Mend the broken ones, or add others:{SkippedPicture.Describe(skipped)}"
            );
        }
    }
}
