using InfoGanMl.Datasets;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Options;

namespace InfoGanMl.Preparation.Output;

/// <summary>What a prepared folder holds and was made of: its <c>prepared.json</c>.</summary>
public sealed record PreparedPictures
{
    /// <summary>The version of the format, and of what the same pictures and options become.</summary>
    public const int CurrentFormatVersion = 2;

    /// <summary>Version that the file was written with.</summary>
    public int FormatVersion { get; init; } = CurrentFormatVersion;

    /// <summary>The folder or list that the pictures were taken from.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 over the relative path, class, part, size and last write time of every picture.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What was asked for.</summary>
    public required PreparationOptions Options { get; init; }

    /// <summary>Size of the images, gray or RGB.</summary>
    public required ImageFormat Image { get; init; }

    /// <summary>How the pictures became such images.</summary>
    public required ImagePreparation Preparation { get; init; }

    /// <summary>Full path of the folder that the paths of pictures start from.</summary>
    public required string Root { get; init; }

    /// <summary>Pictures of the images to train on, in their order, with slashes.</summary>
    public required IReadOnlyList<string> TrainPictures { get; init; }

    /// <summary>Pictures of the images to test on, in their order, with slashes.</summary>
    public required IReadOnlyList<string> TestPictures { get; init; }

    /// <summary>Names of the classes in the order of their labels; empty for images without labels.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Every picture that was left out.</summary>
    public required IReadOnlyList<LeftOutPicture> Skipped { get; init; }

    /// <summary>SHA-256 of every other file in the folder.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }
}
