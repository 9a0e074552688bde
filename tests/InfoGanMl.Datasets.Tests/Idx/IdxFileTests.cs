using InfoGanMl.Datasets.Idx;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets.Tests.Idx;

public sealed class IdxFileTests : IDisposable
{
    private readonly WrittenIdx _files = new();

    [Fact]
    public async Task Images_and_labels_are_read()
    {
        var set = await _files.ReadAsync(IdxBytes.Images(2), IdxBytes.Labels(2));

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

        var set = await _files.ReadAsync([.. IdxBytes.Numbers(2052, 2, channels, 2, 3), .. pixels], IdxBytes.Labels(2));

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
        var error = await _files.RefuseAsync(IdxBytes.Numbers(2052, 1, channels, 2, 3), IdxBytes.Labels(1));

        Assert.Equal((8L, $"number of channels {channels}", "1 or 3"), (error.Offset, error.Found, error.Expected));
    }

    [Fact]
    public async Task Gzipped_files_are_recognized_by_their_content()
    {
        var set = await _files.ReadAsync(IdxBytes.Gzip(IdxBytes.Images(40)), IdxBytes.Gzip(IdxBytes.Labels(40)));

        Assert.Equal(40, set.Count);
        Assert.Equal(239, set.Pixels[^1]);
    }

    [Fact]
    public async Task Labels_in_place_of_images_are_refused()
    {
        var error = await _files.RefuseAsync(IdxBytes.Labels(2), IdxBytes.Labels(2));

        Assert.Equal((_files.Folder["images"], 3L), (error.Path, error.Offset));
        Assert.Equal(
            $"{_files.Folder["images"]}, byte 3: found 1 dimension; expected 3, [N, H, W], or 4, [N, C, H, W], as images have. "
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
        var error = await _files.RefuseAsync(Convert.FromHexString(bytes), IdxBytes.Labels(2));

        Assert.Equal((0L, kind), (error.Offset, error.Found));
    }

    [Fact]
    public async Task An_unknown_type_of_values_is_refused_by_its_number()
    {
        var error = await _files.RefuseAsync(IdxBytes.Numbers(0x0A03, 1, 1, 1), IdxBytes.Labels(2));

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

        var set = await _files.ReadAsync(images, IdxBytes.Labels(1));

        Assert.Equal([0, 51, 128, 255], set.Pixels);
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(256f)]
    [InlineData(float.NaN)]
    public async Task A_float_that_is_no_pixel_is_refused_where_it_is(float value)
    {
        byte[] images = [.. IdxBytes.Numbers(0x0D03, 1, 1, 2, 0, BitConverter.SingleToInt32Bits(value))];

        Assert.Equal(20, (await _files.RefuseAsync(images, IdxBytes.Labels(1))).Offset);
    }

    [Fact]
    public async Task Labels_are_the_first_of_several_columns_of_any_width()
    {
        var set = await _files.ReadAsync(IdxBytes.Images(3), IdxBytes.Numbers(0x0C02, 3, 2, 7, 1, 300, 2, -1, 3));

        Assert.Equal([7, 300, ImageSet.Unknown], set.Labels);
        Assert.Equal((2, true), (set.CountLabeled, set.IsLabeled));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(10_000)]
    public async Task A_label_that_is_none_is_refused_where_it_is(int label)
    {
        var error = await _files.RefuseAsync(IdxBytes.Images(2), IdxBytes.Numbers(0x0C01, 2, 0, label));

        Assert.Equal((12L, $"label {label}"), (error.Offset, error.Found));
        Assert.Equal("0 to 9999, or -1 for an unknown class", error.Expected);
    }

    [Fact]
    public async Task Images_in_place_of_labels_are_refused()
    {
        var error = await _files.RefuseAsync(IdxBytes.Images(2), IdxBytes.Images(2));

        Assert.Equal((_files.Folder["labels"], 3L), (error.Path, error.Offset));
        Assert.Equal("3 dimensions", error.Found);
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        var (images, labels) = (
            _files.Folder.Write("images", IdxBytes.Images(1)),
            _files.Folder.Write("labels", IdxBytes.Labels(1))
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            IdxFile.ReadAsync(images, labels, new CancellationToken(canceled: true))
        );
    }

    public void Dispose() => _files.Dispose();
}
