using InfoGanMl.Datasets.Cifar;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests.Cifar;

public sealed class CifarRecordsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Files_are_read_one_after_the_other()
    {
        var images = await ReadAsync(CifarBytes.Records(3, 9), CifarBytes.Records(0));

        Assert.Equal(new ImageFormat(3, 32, 32), images.Format);
        Assert.Equal([3, 9, 0], images.Labels);
        Assert.Equal([.. CifarBytes.Image(3), .. CifarBytes.Image(9), .. CifarBytes.Image(0)], images.Pixels);
    }

    [Fact]
    public async Task A_label_above_9_is_refused_with_its_offset()
    {
        var error = await RefuseAsync(CifarBytes.Records(1, 10));

        Assert.Equal(3073, error.Offset);
        Assert.Equal(("label 10", "0 to 9"), (error.Found, error.Expected));
    }

    [Theory]
    [InlineData(-1, 3073, 3072)]
    [InlineData(1, 6146, 1)]
    public async Task A_record_that_is_not_whole_is_refused_with_its_offset(int more, long offset, int rest)
    {
        var records = CifarBytes.Records(1, 2);
        Array.Resize(ref records, records.Length + more);

        var error = await RefuseAsync(records);

        Assert.Equal(offset, error.Offset);
        Assert.Equal(
            ($"{rest} bytes and the end of the file", "3073, a label and an image of 3×32×32"),
            (error.Found, error.Expected)
        );
    }

    [Fact]
    public async Task An_empty_or_missing_file_is_refused_with_what_to_do()
    {
        var empty = await RefuseAsync([]);
        File.Delete(empty.Path);
        var missing = await Assert.ThrowsAsync<InvalidCifarException>(() => ReadAllAsync(empty.Path));

        Assert.Equal(("0 bytes", "no such file"), (empty.Found, missing.Found));
        Assert.StartsWith($"{_folder["0"]}, byte 0: found no such file; expected ", missing.Message);
        Assert.EndsWith(". Replace the file by an undamaged copy.", missing.Message);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<InvalidCifarException> RefuseAsync(byte[] file)
    {
        var error = await Assert.ThrowsAsync<InvalidCifarException>(() => ReadAsync(file));
        Assert.Equal(_folder["0"], error.Path);
        return error;
    }

    private Task<ImageSet> ReadAsync(params byte[][] files) =>
        ReadAllAsync([.. files.Select((file, i) => _folder.Write($"{i}", file))]);

    private static Task<ImageSet> ReadAllAsync(params string[] paths) =>
        CifarRecords.ReadAsync(paths, TestContext.Current.CancellationToken);
}
