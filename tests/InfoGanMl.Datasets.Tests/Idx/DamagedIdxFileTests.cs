using System.Diagnostics;
using InfoGanMl.Datasets.Idx;

namespace InfoGanMl.Datasets.Tests.Idx;

public sealed class DamagedIdxFileTests : IDisposable
{
    private readonly WrittenIdx _files = new();

    [Fact]
    public async Task A_truncated_file_is_refused_with_its_offset()
    {
        var error = await _files.RefuseAsync(IdxBytes.Images(2)[..^5], IdxBytes.Labels(2));

        Assert.Equal((_files.Folder["images"], 16L), (error.Path, error.Offset));
        Assert.Equal(("room for at most 7 bytes", "the 12 that the header announces"), (error.Found, error.Expected));
    }

    [Fact]
    public async Task A_gzipped_truncated_file_is_refused_with_its_offset()
    {
        var error = await _files.RefuseAsync(IdxBytes.Gzip(IdxBytes.Images(2)[..^5]), IdxBytes.Labels(2));

        Assert.Equal(23, error.Offset); // a header of 16 bytes and 7 of the 12 pixels
        Assert.Equal(("the end of the file", "12 bytes from byte 16"), (error.Found, error.Expected));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(14)]
    public async Task A_truncated_header_is_refused_with_its_offset(int length)
    {
        var error = await _files.RefuseAsync(IdxBytes.Images(2)[..length], IdxBytes.Labels(2));

        Assert.Equal(length, error.Offset);
        Assert.Equal("the end of the file", error.Found);
    }

    [Fact]
    public async Task Counts_that_disagree_are_refused()
    {
        var error = await _files.RefuseAsync(IdxBytes.Images(3), IdxBytes.Labels(2));

        Assert.Equal((_files.Folder["labels"], 4L), (error.Path, error.Offset));
        Assert.Equal(
            ("2 labels", $"3, one for each image in {_files.Folder["images"]}"),
            (error.Found, error.Expected)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Trailing_bytes_are_refused(bool gzipped)
    {
        byte[] longer = [.. IdxBytes.Images(2), 0];

        var error = await _files.RefuseAsync(gzipped ? IdxBytes.Gzip(longer) : longer, IdxBytes.Labels(2));

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
        var error = await _files.RefuseAsync(IdxBytes.Numbers(2051, count, height, width), IdxBytes.Labels(1));

        Assert.Equal(offset, error.Offset);
    }

    [Fact]
    public async Task A_small_file_cannot_announce_petabytes()
    {
        var error = await _files.RefuseAsync(IdxBytes.Numbers(2051, int.MaxValue, 4096, 4096), IdxBytes.Labels(1));
        var color = await _files.RefuseAsync(IdxBytes.Numbers(2052, int.MaxValue, 3, 4096, 4096), IdxBytes.Labels(1));

        Assert.Equal((16L, "room for at most 0 bytes"), (error.Offset, error.Found)); // refused before memory is taken
        Assert.Equal((20L, "room for at most 0 bytes"), (color.Offset, color.Found));
    }

    [Fact]
    public async Task A_small_gzip_file_cannot_announce_gigabytes()
    {
        var error = await _files.RefuseAsync(
            IdxBytes.Gzip(IdxBytes.Numbers(2051, 500, 2000, 2000)),
            IdxBytes.Labels(1)
        );

        Assert.Equal((16L, "the 2000000000 that the header announces"), (error.Offset, error.Expected));
        Assert.StartsWith("room for at most", error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gzip_file_cannot_take_gigabytes()
    {
        var filler = new byte[1 << 21]; // so that the file could hold as much
        new Random(1).NextBytes(filler);

        var error = await _files.RefuseAsync(
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
        await Process.Start("mkfifo", _files.Folder["images"]).WaitForExitAsync(TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<InvalidIdxException>(() =>
            IdxFile.ReadAsync(_files.Folder["images"], null, TestContext.Current.CancellationToken)
        );

        Assert.Equal((0L, "the end of the file"), (error.Offset, error.Found));
    }

    [Fact]
    public async Task Gzip_cut_short_is_refused()
    {
        var error = await _files.RefuseAsync(IdxBytes.Gzip(IdxBytes.Images(40))[..^20], IdxBytes.Labels(40));

        Assert.Equal(_files.Folder["images"], error.Path);
        Assert.Equal("the end of the file", error.Found);
    }

    [Fact]
    public async Task Damaged_gzip_is_refused()
    {
        var packed = IdxBytes.Gzip(IdxBytes.Images(40));
        packed[^8] ^= 0xff; // first byte of the CRC-32

        var error = await _files.RefuseAsync(packed, IdxBytes.Labels(40));

        Assert.StartsWith("damaged data", error.Found, StringComparison.Ordinal);
        Assert.Equal("valid gzip", error.Expected);
        Assert.NotNull(error.InnerException);
    }

    [Fact]
    public async Task A_missing_file_is_refused()
    {
        var labels = _files.Folder.Write("labels", IdxBytes.Labels(1));

        var error = await Assert.ThrowsAsync<InvalidIdxException>(() =>
            IdxFile.ReadAsync(_files.Folder["none"], labels, TestContext.Current.CancellationToken)
        );

        Assert.Equal((_files.Folder["none"], "a readable file"), (error.Path, error.Expected));
    }

    public void Dispose() => _files.Dispose();
}
