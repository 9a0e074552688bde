using InfoGanMl.Models.Images;
using InfoGanMl.Testing.Pipelines;
using SkiaSharp;

namespace InfoGanMl.Pictures.Tests;

/// <summary>What is behind a picture, and which pictures are inverted.</summary>
public class BackgroundTests
{
    [Fact]
    public void Bars_and_what_is_transparent_become_the_background()
    {
        var half = Drawing.Png(8, 4, (x, _) => new SKColor(0, 0, 200, (byte)(x < 4 ? 255 : 0)));
        ImagePreparation white = new() { Resize = ResizeRule.Letterbox, Background = Background.White };

        var image = Decode(half, Square(8), white);

        Assert.Equal((255, 0, 255), (image[0], image[3 * 8], image[3 * 8 + 7])); // a bar, blue and nothing, in the red plane
        Assert.Equal(200, image[2 * 64 + 3 * 8]);
    }

    [Theory]
    [InlineData(Background.Black, 0)]
    [InlineData(Background.White, 255)]
    public void Inverting_leaves_bars_as_they_are(Background background, byte bar)
    {
        var wide = Drawing.Png(8, 4, (_, _) => Drawing.Lightness(200));
        ImagePreparation inverting = new()
        {
            Resize = ResizeRule.Letterbox,
            Background = background,
            Invert = Inversion.True,
        };

        var image = Decode(wide, Gray(8), inverting);

        Assert.Equal((bar, 55), (image[0], image[3 * 8]));
    }

    public static TheoryData<string, byte[]> Drawings =>
        new()
        {
            { "light on black", Stroke(SKColors.White, SKColors.Black) },
            { "ink on paper", Stroke(SKColors.Black, SKColors.White) },
            { "ink on nothing", Stroke(SKColors.Black, SKColors.Transparent) },
            { "light on nothing", Stroke(SKColors.White, SKColors.Transparent) },
            { "ink on white that is transparent", Stroke(SKColors.Black, new(255, 255, 255, 0)) },
        };

    [Theory]
    [MemberData(nameof(Drawings))]
    public void The_same_stroke_is_the_same_image_whatever_it_was_drawn_on(string kind, byte[] file)
    {
        ImagePreparation lightOnBlack = new() { Invert = Inversion.Auto };

        var image = Decode(file, Gray(9), lightOnBlack);

        Assert.True(image.SequenceEqual(Decode(Stroke(SKColors.White, SKColors.Black), Gray(9))), kind);
    }

    [Fact]
    public void A_photograph_is_not_inverted_and_nothing_in_color_is()
    {
        ImagePreparation automatic = new() { Invert = Inversion.Auto };
        var photograph = Drawing.Png(9, 9, (x, y) => Drawing.Lightness(20 * x + 10 * y));
        var paper = Stroke(SKColors.DarkRed, SKColors.White);

        Assert.Equal(Decode(photograph, Gray(9)), Decode(photograph, Gray(9), automatic));
        Assert.Equal(Decode(paper, Square(9)), Decode(paper, Square(9), automatic));
    }

    private static byte[] Decode(byte[] file, ImageFormat format, ImagePreparation? preparation = null) =>
        new PictureReader(preparation ?? new(), format).Read("picture", file);

    private static ImageFormat Square(int side) => new(3, side, side);

    private static ImageFormat Gray(int side) => new(1, side, side);

    /// <summary>A stroke of ink in the middle of something, five of nine pixels wide and seven high.</summary>
    private static byte[] Stroke(SKColor ink, SKColor behind) =>
        Drawing.Png(9, 9, (x, y) => x is > 1 and < 7 && y is > 0 and < 8 ? ink : behind);
}
