using InfoGanMl.Fuzz.Mutations;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;
using SkiaSharp;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>PNG files, of our own encoder and of SkiaSharp's.</summary>
internal sealed class PngFormat() : PictureFormat("png")
{
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        PngImage.Encode([.. Enumerable.Range(0, 64).Select(i => (byte)i)], new(1, 8, 8)),
        PngImage.Encode([.. Enumerable.Range(0, 600).Select(i => (byte)i)], new(3, 10, 20)),
        Drawing.Encode(SKEncodedImageFormat.Png),
        File.ReadAllBytes(TinyFolder.Model.PreviewPath),
    ];

    protected override IReadOnlyList<Mutation> Mutations => PngMutations.All;
}
