using InfoGanMl.Datasets.Download;
using InfoGanMl.Datasets.Tests.Idx;

namespace InfoGanMl.Datasets.Tests.Download;

public class TarArchiveTests
{
    private static readonly (string Name, byte[] Content) First = ("first", [1, 2, 3]);
    private static readonly (string Name, byte[] Content) Second = ("second", [4, 5]);

    [Fact]
    public async Task The_wanted_files_are_handed_over_in_the_order_of_the_archive()
    {
        var archive = TarBytes.Gzipped(("readme.html", [0]), First, ("notes", [0]), Second);

        var unpacked = await UnpackAsync(archive, "second", "first");

        Assert.Equal(["first: 010203", "second: 0405"], unpacked);
    }

    [Fact]
    public async Task Nothing_is_read_behind_the_last_of_them()
    {
        var filler = new byte[1 << 20];
        new Random(1).NextBytes(filler);
        var archive = TarBytes.Gzipped(First, ("filler", filler));

        Assert.Equal(["first: 010203"], await UnpackAsync(archive[..^(1 << 19)], "first"));
    }

    [Fact]
    public async Task Every_file_that_the_archive_lacks_is_named()
    {
        var error = await Assert.ThrowsAsync<FileNotFoundException>(() =>
            UnpackAsync(TarBytes.Gzipped(First), "first", "second", "third")
        );

        Assert.Equal("the archive has no data/second, no data/third", error.Message);
    }

    [Fact]
    public async Task What_is_no_archive_is_refused()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => UnpackAsync("<html>moved</html>"u8.ToArray(), "first"));
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            UnpackAsync(IdxBytes.Gzip([.. Enumerable.Repeat((byte)'x', 2048)]), "first")
        );
    }

    private static async Task<List<string>> UnpackAsync(byte[] archive, params string[] names)
    {
        var unpacked = new List<string>();
        await TarArchive.UnpackAsync(
            new MemoryStream(archive),
            "data/",
            [.. names.Select(name => TarBytes.Describe(name, []))],
            async (file, content) =>
            {
                using var copy = new MemoryStream();
                await content.CopyToAsync(copy, TestContext.Current.CancellationToken);
                unpacked.Add($"{file.Name}: {Convert.ToHexString(copy.ToArray())}");
            },
            TestContext.Current.CancellationToken
        );
        return unpacked;
    }
}
