using InfoGanMl.Models.Images;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Pictures.Tests;

/// <summary>Pictures of 16 bits whose values fill fewer.</summary>
public class SixteenBitTests
{
    [Theory]
    [InlineData(0, new byte[] { 0x0f, 0xf0 })] // gray
    [InlineData(2, new byte[] { 0x0f, 0xf0, 0x07, 0xf8, 0, 0 })] // RGB
    [InlineData(4, new byte[] { 0x0f, 0xf0, 0xff, 0xff })] // gray with alpha
    [InlineData(6, new byte[] { 0x0f, 0xf0, 0x07, 0xf8, 0, 0, 0xff, 0xff })] // RGBA
    public void Values_of_twelve_bits_in_sixteen_are_stretched(byte colorType, byte[] pixel)
    {
        var image = Decode(RareFiles.Png(16, colorType, pixel), Square(2), new() { SignificantBits = 12 });

        // 4080 and 2040 of 4095.
        Assert.Equal(254, image[0]);
        Assert.Equal(colorType is 0 or 4 ? 254 : 127, image[4]);
    }

    [Fact]
    public void What_is_half_transparent_stays_so_when_it_is_stretched()
    {
        byte[] half = [0x0f, 0xff, 0x7f, 0xff];

        var image = Decode(RareFiles.Png(16, 4, half), Square(2), new() { SignificantBits = 12 });

        Assert.Equal(127, image[0]);
    }

    [Fact]
    public void Pictures_of_eight_bits_are_not_stretched()
    {
        Assert.Equal(77, Decode(RareFiles.Png(8, 0, [77]), Square(2), new() { SignificantBits = 12 })[0]);
    }

    private static byte[] Decode(byte[] file, ImageFormat format, ImagePreparation? preparation = null) =>
        new PictureReader(preparation ?? new(), format).Read("picture", file);

    private static ImageFormat Square(int side) => new(3, side, side);
}
