using InfoGanMl.Datasets;
using InfoGanMl.Models.Errors;

namespace InfoGanMl.Preparation.Errors;

/// <summary>Pictures that no data set can be made of, or a folder that none can be written to.</summary>
public class PreparationException(string found, string expected, string remedy, Exception? inner = null)
    : InfoGanException($"Found {found}; expected {expected}. {remedy}", inner)
{
    /// <summary>What is there.</summary>
    public string Found { get; } = found;

    /// <summary>What should be there.</summary>
    public string Expected { get; } = expected;
}

/// <summary>More broken pictures than the options allow.</summary>
/// <param name="skipped">All of them.</param>
/// <param name="pictures">How many pictures there are.</param>
/// <param name="most">How many may be broken.</param>
public sealed class BrokenPicturesException(IReadOnlyList<LeftOutPicture> skipped, int pictures, int most)
    : PreparationException(
        $"{skipped.Count} broken of {pictures} pictures",
        $"at most {most}",
        $"Mend or delete them, or allow {skipped.Count} to be left out:{LeftOut.Describe(skipped)}"
    )
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<LeftOutPicture> Skipped { get; } = skipped;
}

/// <summary>A list of pictures that cannot be read.</summary>
public sealed class InvalidPictureListException(string path, string found, string expected, Exception? inner = null)
    : InvalidFileException(
        $"{path}: found {found}; expected {expected}. Correct the list.",
        path,
        found,
        expected,
        inner
    );
