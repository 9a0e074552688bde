using System.Diagnostics;
using InfoGanMl.Datasets.Idx;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests.Idx;

public sealed class IdxFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Images_and_labels_are_read()
    {
        var set = await ReadAsync(IdxBytes.Images(2), IdxBytes.Labels(2));

        Assert.Equal(new ImageFormat(1, 2, 3), set.Format);
        Assert.Equal(2, set.Count);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], set.Pixels);
        Assert.Equal([0, 1], set.Labels);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Images_of_four_dimensions_are_read_channels_first(int channels)
    {
        byte[] pixels = [.. Enumerable.Range(0, 2 * channels * 6).Select(value => (byte)value)];

        var set = await ReadAsync([.. IdxBytes.Numbers(2052, 2, channels, 2, 3), .. pixels], IdxBytes.Labels(2));

        Assert.Equal(new ImageFormat(channels, 2, 3), set.Format);
        Assert.Equal(2, set.Count);
        Assert.Equal(pixels, set.Pixels);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Images_that_are_neither_gray_nor_RGB_are_refused(int channels)
    {
        var error = await RefuseAsync(IdxBytes.Numbers(2052, 1, channels, 2, 3), IdxBytes.Labels(1));

        Assert.Equal((8L, $"number of channels {channels}", "1 or 3"), (error.Offset, error.Found, error.Expected));
    }

    [Fact]
    public async Task Gzipped_files_are_recognized_by_their_content()
    {
        var set = await ReadAsync(IdxBytes.Gzip(IdxBytes.Images(40)), IdxBytes.Gzip(IdxBytes.Labels(40)));

        Assert.Equal(40, set.Count);
        Assert.Equal(239, set.Pixels[^1]);
    }

    [Fact]
    public async Task Labels_in_place_of_images_are_refused()
    {
        var error = await RefuseAsync(IdxBytes.Labels(2), IdxBytes.Labels(2));

        Assert.Equal((_folder["images"], 3L), (error.Path, error.Offset));
        Assert.Equal(
            $"{_folder["images"]}, byte 3: found 1 dimension; expected 3, [N, H, W], or 4, [N, C, H, W], as images have. "
                + "Replace the file by an undamaged copy.",
            error.Message
        );
    }

    [Theory]
    [InlineData("89504E470D0A", "a PNG picture")]
    [InlineData("FD377A585A00", "an xz archive, which has to be unpacked first")]
    [InlineData("504B03040000", "a zip archive, which has to be unpacked first")]
    [InlineData("3C21444F4354", "a web page")]
    [InlineData("934E554D5059", "a NumPy array")]
    [InlineData("010203040506", "the bytes 01020304")]
    public async Task A_file_of_another_kind_is_named(string bytes, string kind)
    {
        var error = await RefuseAsync(Convert.FromHexString(bytes), IdxBytes.Labels(2));

        Assert.Equal((0L, kind), (error.Offset, error.Found));
    }

    [Fact]
    public async Task An_unknown_type_of_values_is_refused_by_its_number()
    {
        var error = await RefuseAsync(IdxBytes.Numbers(0x0A03, 1, 1, 1), IdxBytes.Labels(2));

        Assert.Equal((2L, "values of type 0x0A"), (error.Offset, error.Found));
        Assert.Contains("0x08 (UnsignedByte)", error.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1f)]
    [InlineData(255f)]
    public async Task Floats_are_shares_of_full_intensity_or_what_bytes_would_be(float full)
    {
        byte[] images =
        [
            .. IdxBytes.Numbers(0x0D03, 1, 1, 4),
            .. new[] { 0, 0.2f, 0.5f, 1 }.SelectMany(value =>
                IdxBytes.Numbers(BitConverter.SingleToInt32Bits(value * full))
            ),
        ];

        var set = await ReadAsync(images, IdxBytes.Labels(1));

        Assert.Equal([0, 51, 128, 255], set.Pixels);
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(256f)]
    [InlineData(float.NaN)]
    public async Task A_float_that_is_no_pixel_is_refused_where_it_is(float value)
    {
        byte[] images = [.. IdxBytes.Numbers(0x0D03, 1, 1, 2, 0, BitConverter.SingleToInt32Bits(value))];

        Assert.Equal(20, (await RefuseAsync(images, IdxBytes.Labels(1))).Offset);
    }

    [Fact]
    public async Task Labels_are_the_first_of_several_columns_of_any_width()
    {
        var set = await ReadAsync(IdxBytes.Images(3), IdxBytes.Numbers(0x0C02, 3, 2, 7, 1, 300, 2, -1, 3));

        Assert.Equal([7, 300, ImageSet.Unknown], set.Labels);
        Assert.Equal((2, true), (set.CountLabeled, set.IsLabeled));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(10_000)]
    public async Task A_label_that_is_none_is_refused_where_it_is(int label)
    {
        var error = await RefuseAsync(IdxBytes.Images(2), IdxBytes.Numbers(0x0C01, 2, 0, label));

        Assert.Equal((12L, $"label {label}"), (error.Offset, error.Found));
        Assert.Equal("0 to 9999, or -1 for an unknown class", error.Expected);
    }

    [Fact]
    public async Task Images_in_place_of_labels_are_refused()
    {
        var error = await RefuseAsync(IdxBytes.Images(2), IdxBytes.Images(2));

        Assert.Equal((_folder["labels"], 3L), (error.Path, error.Offset));
        Assert.Equal("3 dimensions", error.Found);
    }

    [Fact]
    public async Task A_truncated_file_is_refused_with_its_offset()
    {
        var error = await RefuseAsync(IdxBytes.Images(2)[..^5], IdxBytes.Labels(2));

        Assert.Equal((_folder["images"], 16L), (error.Path, error.Offset));
        Assert.Equal(("room for at most 7 bytes", "the 12 that the header announces"), (error.Found, error.Expected));
    }

    [Fact]
    public async Task A_gzipped_truncated_file_is_refused_with_its_offset()
    {
        var error = await RefuseAsync(IdxBytes.Gzip(IdxBytes.Images(2)[..^5]), IdxBytes.Labels(2));

        Assert.Equal(23, error.Offset); // a header of 16 bytes and 7 of the 12 pixels
        Assert.Equal(("the end of the file", "12 bytes from byte 16"), (error.Found, error.Expected));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(14)]
    public async Task A_truncated_header_is_refused_with_its_offset(int length)
    {
        var error = await RefuseAsync(IdxBytes.Images(2)[..length], IdxBytes.Labels(2));

        Assert.Equal(length, error.Offset);
        Assert.Equal("the end of the file", error.Found);
    }

    [Fact]
    public async Task Counts_that_disagree_are_refused()
    {
        var error = await RefuseAsync(IdxBytes.Images(3), IdxBytes.Labels(2));

        Assert.Equal((_folder["labels"], 4L), (error.Path, error.Offset));
        Assert.Equal(("2 labels", $"3, one for each image in {_folder["images"]}"), (error.Found, error.Expected));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Trailing_bytes_are_refused(bool gzipped)
    {
        byte[] longer = [.. IdxBytes.Images(2), 0];

        var error = await RefuseAsync(gzipped ? IdxBytes.Gzip(longer) : longer, IdxBytes.Labels(2));

        Assert.Equal(28, error.Offset);
        Assert.Equal(("more bytes", "the end of the file"), (error.Found, error.Expected));
    }

    [Theory]
    [InlineData(0, 28, 28, 4)]
    [InlineData(-1, 28, 28, 4)]
    [InlineData(1, 0, 28, 8)]
    [InlineData(1, 4097, 28, 8)]
    [InlineData(1, 28, int.MaxValue, 12)]
    public async Task Absurd_dimensions_are_refused(int count, int height, int width, long offset)
    {
        var error = await RefuseAsync(IdxBytes.Numbers(2051, count, height, width), IdxBytes.Labels(1));

        Assert.Equal(offset, error.Offset);
    }

    [Fact]
    public async Task A_small_file_cannot_announce_petabytes()
    {
        var error = await RefuseAsync(IdxBytes.Numbers(2051, int.MaxValue, 4096, 4096), IdxBytes.Labels(1));
        var color = await RefuseAsync(IdxBytes.Numbers(2052, int.MaxValue, 3, 4096, 4096), IdxBytes.Labels(1));

        Assert.Equal((16L, "room for at most 0 bytes"), (error.Offset, error.Found)); // refused before memory is taken
        Assert.Equal((20L, "room for at most 0 bytes"), (color.Offset, color.Found));
    }

    [Fact]
    public async Task A_small_gzip_file_cannot_announce_gigabytes()
    {
        var error = await RefuseAsync(IdxBytes.Gzip(IdxBytes.Numbers(2051, 500, 2000, 2000)), IdxBytes.Labels(1));

        Assert.Equal((16L, "the 2000000000 that the header announces"), (error.Offset, error.Expected));
        Assert.StartsWith("room for at most", error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gzip_file_cannot_take_gigabytes()
    {
        var filler = new byte[1 << 21]; // so that the file could hold as much
        new Random(1).NextBytes(filler);

        var error = await RefuseAsync(
            IdxBytes.Gzip([.. IdxBytes.Numbers(2051, 1 << 20, 32, 33), .. filler]),
            IdxBytes.Labels(1)
        );

        Assert.Equal(
            (16L, "room for at most 1073741808 bytes (larger files have to be unpacked first)"),
            (error.Offset, error.Found)
        );
    }

    [Fact]
    public async Task A_pipe_is_refused_before_it_blocks()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes in folders.");
        await Process.Start("mkfifo", _folder["images"]).WaitForExitAsync(TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<InvalidIdxException>(() =>
            IdxFile.ReadAsync(_folder["images"], null, TestContext.Current.CancellationToken)
        );

        Assert.Equal((0L, "the end of the file"), (error.Offset, error.Found));
    }

    [Fact]
    public async Task Gzip_cut_short_is_refused()
    {
        var error = await RefuseAsync(IdxBytes.Gzip(IdxBytes.Images(40))[..^20], IdxBytes.Labels(40));

        Assert.Equal(_folder["images"], error.Path);
        Assert.Equal("the end of the file", error.Found);
    }

    [Fact]
    public async Task Damaged_gzip_is_refused()
    {
        var packed = IdxBytes.Gzip(IdxBytes.Images(40));
        packed[^8] ^= 0xff; // first byte of the CRC-32

        var error = await RefuseAsync(packed, IdxBytes.Labels(40));

        Assert.StartsWith("damaged data", error.Found, StringComparison.Ordinal);
        Assert.Equal("valid gzip", error.Expected);
        Assert.NotNull(error.InnerException);
    }

    [Fact]
    public async Task A_missing_file_is_refused()
    {
        var labels = _folder.Write("labels", IdxBytes.Labels(1));

        var error = await Assert.ThrowsAsync<InvalidIdxException>(() =>
            IdxFile.ReadAsync(_folder["none"], labels, TestContext.Current.CancellationToken)
        );

        Assert.Equal((_folder["none"], "a readable file"), (error.Path, error.Expected));
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        var (images, labels) = (
            _folder.Write("images", IdxBytes.Images(1)),
            _folder.Write("labels", IdxBytes.Labels(1))
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            IdxFile.ReadAsync(images, labels, new CancellationToken(canceled: true))
        );
    }

    public void Dispose() => _folder.Dispose();

    private Task<ImageSet> ReadAsync(byte[] images, byte[] labels) =>
        IdxFile.ReadAsync(
            _folder.Write("images", images),
            _folder.Write("labels", labels),
            TestContext.Current.CancellationToken
        );

    private Task<InvalidIdxException> RefuseAsync(byte[] images, byte[] labels) =>
        Assert.ThrowsAsync<InvalidIdxException>(() => ReadAsync(images, labels));
}
