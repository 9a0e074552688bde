using InfoGanMl.Models.Images;
using InfoGanMl.Pictures.Errors;
using InfoGanMl.Pictures.Layers;

namespace InfoGanMl.Preparation.Sources;

/// <summary>Where the pictures of a list are; it may be asked from many threads at once.</summary>
internal interface IPictureStore
{
    /// <summary>Draws a picture into a layer.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="preparation">How it fits in, and how far 16-bit values are stretched.</param>
    /// <param name="layer">What the picture shows, at an image's size.</param>
    /// <exception cref="InvalidPictureException">It is broken, too large, or no picture.</exception>
    DecodedPicture Draw(SourcePicture picture, ImagePreparation preparation, Layer layer);
}
