using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Packed;

/// <summary>Images that lie one behind the other in a file.</summary>
/// <param name="Name">What they are called: the file, and which of its variables.</param>
/// <param name="File">The file, which says how long it is and when it was written.</param>
/// <param name="Images">The images.</param>
/// <param name="Labels">The class of each, null where it is unknown; null without labels.</param>
/// <param name="Part">What all of them are for; null where that is not given.</param>
internal sealed record PackedPart(
    string Name,
    SourcePicture File,
    IPackedImages Images,
    IReadOnlyList<string?>? Labels,
    Part? Part
)
{
    /// <summary>What each image is for, where that is given for each.</summary>
    public IReadOnlyList<Part>? Parts { get; init; }

    /// <summary>Whether it is given what they are for.</summary>
    public bool SaysPart => Part is not null || Parts is not null;

    /// <summary>A picture for each image, named by its number.</summary>
    public IEnumerable<SourcePicture> ToPictures() =>
        Enumerable
            .Range(0, Images.Count)
            .Select(i => File with { Path = $"{Name}/{i:000000}", Class = Labels?[i], Part = Parts?[i] ?? Part });
}
