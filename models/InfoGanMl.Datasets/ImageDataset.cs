using InfoGanMl.Datasets.Images;
using InfoGanMl.Datasets.Sprites;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets;

/// <summary>A data set split into images to train on and images to test on, all of one format.</summary>
/// <param name="Name">Its name, as the model card states it.</param>
/// <param name="Train">Images to train on.</param>
/// <param name="Test">Images held out for the scores.</param>
public sealed record ImageDataset(string Name, ImageSet Train, ImageSet Test)
{
    private const int MostGrounds = 1000;

    /// <summary>What the images are some of, where they are drawn from known factors; null for all others.</summary>
    public SpritesDataset? Sprites { get; init; }

    /// <summary>Names of the classes, by label; null where labels are all that is known.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>The pictures that the images were made of; null where they came as images.</summary>
    public PreparedRecord? Pictures { get; init; }

    /// <summary>
    /// How a picture becomes such an image: what was written down, or else what the images to train on show themselves.
    /// </summary>
    public ImagePreparation Preparation
    {
        get => field ??= Describe(Train);
        init;
    }

    /// <summary>Classes from 0 to the largest label, of training and test images; 0 without labels.</summary>
    public int CountClasses() => Train.Labels.Concat(Test.Labels).Select(label => label + 1).DefaultIfEmpty().Max();

    /// <summary>Name of a class; its label where nothing else is known.</summary>
    public string NameOf(int label) => ClassNames is { } names && label < names.Count ? names[label] : $"{label}";

    /// <summary>The same as light on black where the images are ink on paper (<see cref="GroundCount"/>).</summary>
    internal ImageDataset AsLightOnBlack() =>
        CountGrounds(Train).AreInkOnPaper(Train.Format.Channels == 1)
            ? this with
            {
                Train = Train.Inverted(),
                Test = Test.Inverted(),
            }
            : this;

    private static ImagePreparation Describe(ImageSet images) =>
        CountGrounds(images).Describe(ResizeRule.Crop, images.Format.Channels == 1, background: null, Inversion.Auto);

    private static GroundCount CountGrounds(ImageSet images)
    {
        var (grounds, size) = (new GroundCount(), images.Format.Size);
        var step = Math.Max(1, images.Count / MostGrounds); // sorted by class, the first ones would speak for one
        for (var i = 0; i < images.Count; i += step)
        {
            grounds.Add(Grounds.Of(images.Pixels.AsSpan(i * size, size), images.Format));
        }

        return grounds;
    }
}
