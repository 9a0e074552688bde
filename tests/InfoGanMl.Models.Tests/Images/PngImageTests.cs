using InfoGanMl.Models.Images;

namespace InfoGanMl.Models.Tests.Images;

public class PngImageTests
{
    [Fact]
    public void One_gray_pixel_has_the_header_and_end_known_byte_for_byte()
    {
        var file = PngImage.Encode([0x80], new(1, 1, 1));

        byte[] header =
        [
            .. (byte[])[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a],
            .. (byte[])[0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R'],
            .. (byte[])[0, 0, 0, 1, 0, 0, 0, 1], // width, height
            .. (byte[])[8, 0, 0, 0, 0], // bits, gray, deflate, filters, not interlaced
            .. (byte[])[0x3a, 0x7e, 0x9b, 0x55], // the CRC-32 that every 1×1 gray PNG has
        ];
        byte[] end = [0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xae, 0x42, 0x60, 0x82];
        Assert.Equal(header, file[..header.Length]);
        Assert.Equal(end, file[^end.Length..]);
    }

    [Fact]
    public void Gray_rows_are_led_by_filter_type_0()
    {
        var png = Png.Parse(PngImage.Encode([1, 2, 3, 4, 5, 6], new(1, 2, 3)));

        Assert.Equal(["IHDR", "IDAT", "IEND"], png.Chunks.Select(chunk => chunk.Type));
        Assert.Equal([0, 1, 2, 3, 0, 4, 5, 6], png.Rows);
    }

    [Fact]
    public void The_channels_of_a_color_pixel_lie_side_by_side()
    {
        var png = Png.Parse(PngImage.Encode([1, 2, 10, 20, 100, 200], new(3, 1, 2)));

        Assert.Equal(2, png.Chunks[0].Data[9]); // RGB
        Assert.Equal([0, 1, 10, 100, 2, 20, 200], png.Rows);
    }

    [Fact]
    public void Pixels_that_do_not_fill_the_image_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PngImage.Encode([1, 2, 3], new(1, 2, 2)));

    [Fact]
    public void Two_channels_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => PngImage.Encode([1, 2], new(2, 1, 1)));

        Assert.StartsWith("PNG takes 1 or 3 channels, not 2.", error.Message, StringComparison.Ordinal);
    }
}
