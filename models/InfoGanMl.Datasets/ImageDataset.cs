using InfoGanMl.Datasets.Images;
using InfoGanMl.Datasets.Sprites;

namespace InfoGanMl.Datasets;

/// <summary>A data set split into images to train on and images to test on, all of one format.</summary>
/// <param name="Name">Its name, as the model card states it.</param>
/// <param name="Train">Images to train on.</param>
/// <param name="Test">Images held out for the scores.</param>
public sealed record ImageDataset(string Name, ImageSet Train, ImageSet Test)
{
    /// <summary>What the images are some of, where they are drawn from known factors; null for all others.</summary>
    public SpritesDataset? Sprites { get; init; }

    /// <summary>Names of the classes, by label; null where labels are all that is known.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Classes from 0 to the largest label, of training and test images; 0 without labels.</summary>
    public int CountClasses() => Train.Labels.Concat(Test.Labels).Select(label => label + 1).DefaultIfEmpty().Max();

    /// <summary>Name of a class; its label where nothing else is known.</summary>
    public string NameOf(int label) => ClassNames is { } names && label < names.Count ? names[label] : $"{label}";
}
