using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets;

/// <summary>What whoever made images of pictures wrote down beside them, as far as readers of the images need it.</summary>
public sealed record PreparedRecord
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "prepared.json";

    /// <summary>The most bytes that it may have: it lists every picture.</summary>
    public const long MostBytes = 256L << 20;

    /// <summary>How pictures became images.</summary>
    public required ImagePreparation Preparation { get; init; }

    /// <summary>Full path of the folder that the paths of pictures start from.</summary>
    public required string Root { get; init; }

    /// <summary>Pictures of the images to train on, in their order, with slashes.</summary>
    public required IReadOnlyList<string> TrainPictures { get; init; }

    /// <summary>Pictures of the images to test on, in their order, with slashes.</summary>
    public required IReadOnlyList<string> TestPictures { get; init; }

    /// <summary>Pictures that were left out.</summary>
    public required IReadOnlyList<LeftOutPicture> Skipped { get; init; }

    /// <summary>Reads it; null where the images come from elsewhere.</summary>
    /// <param name="folder">The folder of the images.</param>
    /// <param name="train">Images to train on that there are.</param>
    /// <param name="test">Images to test on that there are.</param>
    /// <exception cref="InvalidPreparedRecordException">It is damaged, or of other images.</exception>
    internal static PreparedRecord? Read(string folder, int train, int test)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        var record = StrictJson.ReadPart<PreparedRecord>(path, "what a preparation writes", Refuse, MostBytes);
        var (trained, tested) = (record.TrainPictures.Count, record.TestPictures.Count);
        return (trained, tested) == (train, test)
            ? record
            : throw Refuse($"{trained} and {tested} pictures", $"{train} and {test}, as there are images", null);

        InvalidPreparedRecordException Refuse(string found, string expected, Exception? inner) =>
            new(path, found, expected, inner);
    }
}

/// <summary>A picture that no image was made of.</summary>
/// <param name="Path">From the root.</param>
/// <param name="Reason">What was found and what was expected.</param>
public sealed record LeftOutPicture(string Path, string Reason);

/// <summary>A folder of images that were made of pictures, and do not say how.</summary>
public sealed class InvalidPreparedRecordException(string path, string found, string expected, Exception? inner)
    : InvalidFileException(
        $"{path}: found {found}; expected {expected}. Prepare the pictures again.",
        path,
        found,
        expected,
        inner
    );
