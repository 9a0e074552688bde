using InfoGanMl.Fuzz.Mutations;
using SkiaSharp;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>JPEG files.</summary>
internal sealed class JpegFormat() : PictureFormat("jpeg")
{
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [Drawing.Encode(SKEncodedImageFormat.Jpeg), Drawing.Encode(SKEncodedImageFormat.Jpeg, SKColorType.Gray8)];

    protected override IReadOnlyList<Mutation> Mutations => JpegMutations.All;
}
