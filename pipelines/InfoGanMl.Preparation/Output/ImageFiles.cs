using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;
using InfoGanMl.Pictures.Layers;
using InfoGanMl.Preparation.Decoding;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Sources;
using static System.FormattableString;

namespace InfoGanMl.Preparation.Output;

/// <summary>Writes the images of a list of pictures into a folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="list">The pictures.</param>
/// <param name="options">What becomes of them.</param>
/// <param name="say">Told what is found out about all of them.</param>
internal sealed class ImageFiles(string folder, PictureList list, PreparationOptions options, Action<string> say)
    : IDisposable
{
    private const byte NearlyBlack = 31; // an eighth of full intensity

    private readonly Dictionary<string, int> _labels = list.Classes.Index().ToDictionary(c => c.Item, c => c.Index);
    private readonly LayerFile _train = new(Path.Combine(folder, "train.layers"), options.LargestFormat);
    private readonly LayerFile _test = new(Path.Combine(folder, "test.layers"), options.LargestFormat);
    private IReadOnlyList<LeftOutPicture> _skipped = [];

    /// <summary>Decodes the pictures, decides what becomes of them, and writes the images.</summary>
    /// <param name="newPace">Receives every picture, of one pass.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <exception cref="PreparationException">More are broken than may be, or all of a part.</exception>
    public WrittenImages Write(Func<DecodingProgress> newPace, CancellationToken cancellation)
    {
        var images = options.Like ?? DecideFromAll(newPace, cancellation);
        if (options.Like is not null)
        {
            Decode(images, newPace(), cancellation);
        }

        var writer = new PartWriter(folder, images, list);
        writer.Write(PreparedFolder.Train, _train, cancellation);
        writer.Write(PreparedFolder.Test, _test, cancellation);
        if (writer.LargestValue <= NearlyBlack)
        {
            say(Invariant($"The lightest of all pixels is {writer.LargestValue} of 255: the images are nearly black."));
        }

        return new(images, PathsOf(Part.Train), PathsOf(Part.Test), _skipped);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _train.Dispose();
        _test.Dispose();
    }

    private IReadOnlyList<string> PathsOf(Part part)
    {
        var left = _skipped.Select(picture => picture.Path).ToHashSet();
        var kept = list.Pictures.Where(picture => picture.Part == part && !left.Contains(picture.Path));
        return [.. kept.Select(picture => picture.Path)];
    }

    private ModelImages DecideFromAll(Func<DecodingProgress> newPace, CancellationToken cancellation)
    {
        ImagePreparation preparation = new() { Resize = options.Resize };
        var survey = Decode(new(options.LargestFormat, preparation), newPace(), cancellation);
        if (options.Stretch && survey.SignificantBits is { } bits)
        {
            // Once more, as what was nearly black has edges, a ground and colors now.
            say(Invariant($"16-bit pictures fill {bits} bits, which are stretched to all."));
            preparation = preparation with { SignificantBits = bits };
            survey = Decode(new(options.LargestFormat, preparation), newPace(), cancellation);
        }

        return survey.Decide(options, preparation.SignificantBits);
    }

    private PictureSurvey Decode(ModelImages images, DecodingProgress pace, CancellationToken cancellation)
    {
        _train.Clear();
        _test.Clear();
        var survey = new PictureSurvey();
        _skipped = new DecodingPass(list, images, pace).Run(Accept, cancellation);
        CheckBroken();
        return survey;

        void Accept(SourcePicture picture, DecodedPicture decoded, Layer layer)
        {
            survey.Add(decoded);
            var label = picture.Class is { } name ? _labels.GetValueOrDefault(name) : ImageSet.Unknown; // not there where one class is none
            (picture.Part == Part.Test ? _test : _train).Write(layer, decoded.Ground, label);
        }
    }

    private void CheckBroken()
    {
        if (_skipped.Count > options.MaxBroken)
        {
            throw new BrokenPicturesException(_skipped, list.Pictures.Count, options.MaxBroken);
        }

        if (_train.Count == 0 || _test.Count == 0)
        {
            throw new PreparationException(
                $"{_train.Count} pictures to train on and {_test.Count} to test on that are not broken",
                "one of each at least",
                $"Mend the broken ones, or add others:{LeftOut.Describe(_skipped)}"
            );
        }
    }
}

/// <summary>What was written.</summary>
/// <param name="Images">What the images are.</param>
/// <param name="Train">Paths of the pictures to train on, in the order of the images.</param>
/// <param name="Test">Paths of the pictures to test on, in the order of the images.</param>
/// <param name="Skipped">The pictures that are broken.</param>
internal sealed record WrittenImages(
    ModelImages Images,
    IReadOnlyList<string> Train,
    IReadOnlyList<string> Test,
    IReadOnlyList<LeftOutPicture> Skipped
);
