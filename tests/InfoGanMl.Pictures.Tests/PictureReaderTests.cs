using InfoGanMl.Models.Images;
using InfoGanMl.Pictures.Errors;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using SkiaSharp;

namespace InfoGanMl.Pictures.Tests;

public sealed class PictureReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fitting_stretches_the_whole_picture()
    {
        // 84×56 to 28×28: a pixel is the mean of 3×2, whose middles are column 3x + 1 and row 2y + 0.5.
        Check(ResizeRule.Fit, (x, y) => (2 * (3 * x + 1), 4 * (2 * y) + 2));
    }

    [Fact]
    public void Cropping_takes_the_largest_square_in_the_middle()
    {
        // Columns 14 to 69 of 84 and all 56 rows: a pixel is the mean of 2×2.
        Check(ResizeRule.Crop, (x, y) => (2 * (14 + 2 * x) + 1, 4 * (2 * y) + 2));
    }

    [Fact]
    public void Letterboxing_keeps_the_shape_and_adds_black_bars()
    {
        // 28 wide and 28 · 56 / 84 = 18.7, 19 rows high, after 4 of 9 black ones. A row is 56 / 19 of the picture's.
        Check(
            ResizeRule.Letterbox,
            (x, y) => y is < 4 or > 22 ? (0, 0) : (2 * (3 * x + 1), 4 * ((y - 4 + 0.5) * 56 / 19 - 0.5))
        );
    }

    [Fact]
    public void Stripes_finer_than_a_pixel_become_gray_and_no_coarser_stripes()
    {
        // 100 columns, black and white in turn, to 32 of 3.125: the first has 1 + 0.125 white ones, 255 · 1.125 / 3.125 = 91.8.
        var image = Decode(Drawing.Png(100, 100, (x, _) => x % 2 == 0 ? SKColors.Black : SKColors.White), Square(32));

        Assert.Equal(92, image[0]);
        Assert.All(image, value => Assert.InRange(value, 90, 165));
    }

    [Fact]
    public void Small_pictures_are_enlarged_without_steps()
    {
        var image = Decode(Drawing.Png(2, 2, (x, _) => Drawing.Lightness(255 * x)), Square(28));

        Assert.Equal((0, 255), (image[0], image[27]));
        // Column 13 is centered at 13.5 · 2 / 28 - 0.5 = 0.464 between those of the two pixels.
        Assert.Equal(118, image[13]);
    }

    [Fact]
    public void A_large_JPEG_decoded_at_a_fraction_looks_the_same()
    {
        var image = Decode(Drawing.Jpeg(1200, 800, (x, y) => new((byte)(x / 5), (byte)(y / 4), 0)), Square(64));

        // The middle 800×800: 12.5 pixels for one.
        Assert.Equal((200 + 12.5 * 10.5 - 0.5) / 5, image[20 * 64 + 10], 3.0);
        Assert.Equal((12.5 * 20.5 - 0.5) / 4, image[64 * 64 + 20 * 64 + 10], 3.0);
    }

    public static TheoryData<string, byte[], byte[]> Kinds =>
        new()
        {
            { "RGB", Drawing.Png(new SKColor(10, 20, 30)), [10, 20, 30] },
            { "half red, on black", Drawing.Png(new SKColor(255, 0, 0, 128)), [128, 0, 0] },
            { "transparent white, on black", Drawing.Png(new SKColor(255, 255, 255, 0)), [0, 0, 0] },
            { "gray", RareFiles.Png(8, 0, [77]), [77, 77, 77] },
            { "black and white", RareFiles.Png(1, 0, [0x80]), [255, 255, 255] },
            { "gray with alpha", RareFiles.Png(8, 4, [100, 255]), [100, 100, 100] },
            { "palette", RareFiles.Png(8, 3, [1], [1, 2, 3, 40, 50, 60]), [40, 50, 60] },
            { "16 bits, gray", RareFiles.Png(16, 0, [77, 77]), [77, 77, 77] },
            { "16 bits, RGB", RareFiles.Png(16, 2, [10, 10, 20, 20, 30, 30]), [10, 20, 30] },
            { "bitmap", RareFiles.Bmp(10, 20, 30), [10, 20, 30] },
            { "gray JPEG", GrayJpeg(), [90, 90, 90] },
            { "JPEG", Drawing.Jpeg(16, 16, (_, _) => new(200, 200, 200)), [200, 200, 200] },
            { "CMYK JPEG", RareFiles.CmykJpeg(), [255, 0, 0] },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_usual_kind_of_file_is_decoded(string kind, byte[] file, byte[] color)
    {
        var image = Decode(file, Square(28));

        Assert.True(image is not null, kind);
        Assert.Equal(color, new[] { image[0], image[28 * 28], image[2 * 28 * 28] });
        Assert.All(image.Chunk(28 * 28), plane => Assert.Single(plane.Distinct()));
    }

    // The quarters of the upright picture, row by row, for what is stored as 0, 80, 160, 240.
    [Theory]
    [InlineData(1, 0, 80, 160, 240)]
    [InlineData(2, 80, 0, 240, 160)]
    [InlineData(3, 240, 160, 80, 0)]
    [InlineData(4, 160, 240, 0, 80)]
    [InlineData(5, 0, 160, 80, 240)]
    [InlineData(6, 160, 0, 240, 80)]
    [InlineData(7, 240, 80, 160, 0)]
    [InlineData(8, 80, 240, 0, 160)]
    public void A_camera_that_was_turned_is_turned_back(byte orientation, params int[] quarters)
    {
        var stored = Drawing.Jpeg(64, 64, (x, y) => Drawing.Lightness(80 * (x / 32) + 160 * (y / 32)));

        var image = Decode(RareFiles.WithOrientation(stored, orientation), Square(32));

        Assert.All(
            quarters.Index(),
            quarter =>
                Assert.Equal(
                    quarter.Item,
                    image[(8 + 16 * (quarter.Index / 2)) * 32 + 8 + 16 * (quarter.Index % 2)],
                    3.0
                )
        );
    }

    [Fact]
    public void A_model_of_images_that_are_not_square_gets_such_ones_of_turned_pictures_too()
    {
        // 20 wide and 40 high as it is stored, to be turned clockwise: upright it is 40 wide, left to right from below to above.
        var stored = Drawing.Jpeg(20, 40, (_, y) => Drawing.Lightness(y < 20 ? 250 : 5));

        var image = Decode(RareFiles.WithOrientation(stored, 6), new(1, 8, 16), new() { Resize = ResizeRule.Crop });

        Assert.All(image.Index(), pixel => Assert.Equal(pixel.Index % 16 < 8 ? 5 : 250, pixel.Item, 6.0));
    }

    [Fact]
    public void A_film_behind_a_photograph_does_not_count_as_scans_of_it()
    {
        var jpeg = Drawing.Jpeg(2000, 2000, (_, _) => SKColors.Gray);
        byte[] film = [.. Enumerable.Repeat<byte[]>([0xff, 0xda, 0, 8], 500).SelectMany(bytes => bytes)];

        Assert.Equal(Decode(jpeg, Square(8)), Decode([.. jpeg, .. "MotionPhoto_Data"u8, .. film], Square(8)));
    }

    [Fact]
    public void Bytes_that_nobody_needs_before_the_end_of_a_JPEG_do_not_matter()
    {
        var jpeg = Drawing.Jpeg(64, 64, (x, y) => new((byte)(4 * x), (byte)(4 * y), 9));

        Assert.Equal(Decode(jpeg, Square(8)), Decode([.. jpeg[..^2], .. new byte[99], .. jpeg[^2..]], Square(8)));
    }

    [Fact]
    public void Upload_and_file_are_the_same_picture()
    {
        var file = Drawing.Png(40, 30, (x, y) => new((byte)(5 * x), (byte)(8 * y), 9));

        Assert.Equal(Decode(file, Square(16)), new PictureReader(new(), Square(16)).Read("an upload", file));
    }

    [Fact]
    public void Images_of_two_channels_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new PictureReader(new(), new(2, 8, 8)));
    }

    public static TheoryData<string, byte[]> BrokenFiles =>
        new()
        {
            { "empty", [] },
            { "text", "no picture"u8.ToArray() },
            { "cut PNG", Drawing.Png(64, 64, (x, y) => new((byte)(x * y), (byte)x, (byte)y))[..400] },
            { "cut JPEG", Drawing.Jpeg(64, 64, (x, y) => new((byte)(x * y), (byte)x, (byte)y))[..1200] },
        };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void A_broken_file_is_refused_by_its_path(string kind, byte[] file)
    {
        var error = Assert.Throws<InvalidPictureException>(() => Decode(file, Square(32)));

        Assert.True(error.Path == _folder["picture"], kind);
    }

    private void Check(ResizeRule rule, Func<int, int, (double Red, double Green)> expected)
    {
        var picture = Drawing.Png(84, 56, (x, y) => new((byte)(2 * x), (byte)(4 * y), 0));

        var image = Decode(picture, Square(28), new() { Resize = rule });

        for (var i = 0; i < 28 * 28; i++)
        {
            var (red, green) = expected(i % 28, i / 28);
            Assert.Equal(red, image[i], 0.51);
            Assert.Equal(green, image[28 * 28 + i], 1.0); // where rows are cut in two, their mean is not quite their middle
            Assert.Equal(0, image[2 * 28 * 28 + i]);
        }
    }

    private byte[] Decode(byte[] file, ImageFormat format, ImagePreparation? preparation = null) =>
        new PictureReader(preparation ?? new(), format).Read(_folder.Write("picture", file));

    private static ImageFormat Square(int side) => new(3, side, side);

    private static byte[] GrayJpeg()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(8, 8, SKColorType.Gray8, SKAlphaType.Opaque));
        bitmap.Erase(new(90, 90, 90));
        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality: 100);
        return encoded.ToArray();
    }
}
