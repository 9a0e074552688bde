using InfoGanMl.Datasets.Images;
using InfoGanMl.Datasets.Sprites;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets.Tests.Images;

public class PhotographCountTests
{
    private const int Side = 16;
    private static readonly ImageFormat Color = new(3, Side, Side);

    [Fact]
    public void Pixels_that_all_differ_are_a_photograph() => Assert.True(ArePhotographs(Color, Noise(Color)));

    [Fact]
    public void A_photograph_on_an_empty_ground_is_one()
    {
        var pixels = Noise(Color);
        for (var at = 0; at < pixels.Length; at++)
        {
            pixels[at] = at % Side < 12 ? (byte)255 : pixels[at]; // three quarters of each row
        }

        Assert.True(ArePhotographs(Color, pixels));
    }

    [Fact]
    public void A_few_drawings_among_photographs_change_nothing() =>
        Assert.True(ArePhotographs(Color, Noise(Color), Noise(Color), Noise(Color), Noise(Color), Drawing()));

    [Fact]
    public void Areas_of_one_color_are_a_drawing() => Assert.False(ArePhotographs(Color, Drawing()));

    [Fact]
    public void What_is_gray_is_no_photograph_in_color()
    {
        var gray = Color with { Channels = 1 };

        Assert.False(ArePhotographs(gray, Noise(gray)));
    }

    [Fact]
    public void An_empty_image_and_no_image_are_none()
    {
        Assert.False(ArePhotographs(Color, new byte[Color.Size]));
        Assert.False(ArePhotographs(Color));
    }

    [Fact]
    public void Sprites_in_color_are_drawings() =>
        Assert.False(
            PhotographCount.AreIn(new SpritesDataset(SpriteDrawing.Color, 32).Sample(200, 1, seed: 1).Images.Train)
        );

    private static bool ArePhotographs(ImageFormat format, params byte[][] images) =>
        PhotographCount.AreIn(new(format, [.. images.SelectMany(image => image)]));

    private static byte[] Noise(ImageFormat format)
    {
        var pixels = new byte[format.Size];
        new Random(1).NextBytes(pixels);
        return pixels;
    }

    /// <summary>Two colors on a third.</summary>
    private static byte[] Drawing() =>
        [
            .. Enumerable
                .Range(0, Color.Size)
                .Select(at =>
                    (byte)(
                        at % Side is < 4 ? 200
                        : at % Side < 8 ? 90
                        : 0
                    )
                ),
        ];
}
