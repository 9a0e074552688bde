using InfoGanMl.Models.Images;
using InfoGanMl.Pictures.Decoding;
using InfoGanMl.Pictures.Layers;

namespace InfoGanMl.Preparation.Sources;

/// <summary>Pictures that are files of a folder.</summary>
/// <param name="root">The folder that their paths start from.</param>
internal sealed class PictureFiles(string root) : IPictureStore
{
    /// <inheritdoc/>
    public DecodedPicture Draw(SourcePicture picture, ImagePreparation preparation, Layer layer)
    {
        var path = Path.Combine(root, picture.Path);
        var file = PictureCheck.Read(path);
        var ground = PictureDecoder.Decode(path, file, preparation, layer);
        var isUnknown = preparation.SignificantBits is null; // otherwise nobody asks how large values are
        using var deep = isUnknown && DeepPng.Is(file) ? DeepPng.Decode(path, file) : null;
        return new(ground, Colors.Has(layer), deep?.LargestValue() ?? 0);
    }
}
