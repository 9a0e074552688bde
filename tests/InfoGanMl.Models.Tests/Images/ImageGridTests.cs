using InfoGanMl.Models.Images;

namespace InfoGanMl.Models.Tests.Images;

public class ImageGridTests
{
    private const int Gap = 64; // the gray between images

    [Fact]
    public void Images_fill_rows_from_the_left_with_two_pixels_between_them()
    {
        // Three images of 1×2 pixels in two columns: 2·(2 + 2) + 2 = 10 pixels wide, 2·(1 + 2) + 2 = 8 high.
        var rows = Decode([0f, 1f, 1f, 0f, 1f, 1f], new(1, 1, 2), columns: 2);

        byte[] gap = [Gap, Gap, Gap, Gap, Gap, Gap, Gap, Gap, Gap, Gap];
        Assert.Equal(
            [
                gap,
                gap,
                [Gap, Gap, 0, 255, Gap, Gap, 255, 0, Gap, Gap],
                gap,
                gap,
                [Gap, Gap, 255, 255, Gap, Gap, Gap, Gap, Gap, Gap],
                gap,
                gap,
            ],
            rows
        );
    }

    [Fact]
    public void Color_images_keep_their_channels()
    {
        var rows = Decode([1f, 0f, 0f], new(3, 1, 1), columns: 1);

        byte[] pixels = [Gap, Gap, Gap, Gap, Gap, Gap, 255, 0, 0, Gap, Gap, Gap, Gap, Gap, Gap];
        Assert.Equal(5, rows.Count);
        Assert.Equal(pixels, rows[2]);
    }

    private static List<byte[]> Decode(float[] images, ImageFormat format, int columns)
    {
        var png = Png.Parse(ImageGrid.ToPng(images, format, columns));
        return [.. png.Rows.Chunk(1 + png.Width * format.Channels).Select(row => row[1..])];
    }
}
