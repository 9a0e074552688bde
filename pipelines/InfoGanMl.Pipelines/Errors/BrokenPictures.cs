using InfoGanMl.Pictures.Errors;

namespace InfoGanMl.Pipelines.Errors;

/// <summary>What becomes of rows whose picture is broken, too large, or none.</summary>
public enum BrokenPictures
{
    /// <summary>The first one ends the reading, with an <see cref="InvalidPictureException"/>.</summary>
    Throw,

    /// <summary>They are left out.</summary>
    Skip,

    /// <summary>They stay, with an image and outputs of Q that are NaN, as missing values are in ML.NET.</summary>
    Missing,
}
