using InfoGanMl.Models.Images;

namespace InfoGanMl.Preparation.Sources;

/// <summary>Images of one size; they may be read by many threads at once.</summary>
internal interface IPackedImages
{
    /// <summary>Number of images.</summary>
    int Count { get; }

    /// <summary>Their size.</summary>
    ImageFormat Format { get; }

    /// <summary>Copies an image as bytes [C, H, W].</summary>
    void CopyTo(int image, Span<byte> pixels);
}
