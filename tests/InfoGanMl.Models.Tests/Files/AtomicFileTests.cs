using InfoGanMl.Models.Files;
using InfoGanMl.Testing;

namespace InfoGanMl.Models.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_file_is_replaced_by_what_was_written()
    {
        _folder.Write("file", [1, 2, 3]);

        AtomicFile.Write(_folder["file"], [4]);

        AssertOnly(("file", [4]));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        _folder.Write("file", [1, 2, 3]);

        Assert.Throws<IOException>(() =>
            AtomicFile.Write(
                _folder["file"],
                file =>
                {
                    file.Write([4]);
                    throw new IOException("the disk is full");
                }
            )
        );

        AssertOnly(("file", [1, 2, 3]));
    }

    [Fact]
    public void A_file_that_was_not_completed_was_never_there()
    {
        using (var file = AtomicFile.Create(_folder["file"]))
        {
            file.Content.Write([1]);
        }

        AssertOnly();
    }

    [Fact]
    public void A_leftover_of_a_process_that_died_is_overwritten()
    {
        _folder.Write("file.partial", [1, 2, 3]);

        AtomicFile.Write(_folder["file"], [4]);

        AssertOnly(("file", [4]));
    }

    [Fact]
    public void A_second_writer_is_kept_out_and_does_the_first_no_harm()
    {
        using var first = AtomicFile.Create(_folder["file"]);
        first.Content.Write([1]);

        Assert.Throws<IOException>(() => AtomicFile.Write(_folder["file"], [2]));
        first.Complete();

        AssertOnly(("file", [1]));
    }

    [Fact]
    public void Shared_writers_complete_one_after_the_other()
    {
        using var first = AtomicFile.CreateShared(_folder["file"]);
        using var second = AtomicFile.CreateShared(_folder["file"]);
        first.Content.Write([1]);
        second.Content.Write([2]);

        second.Complete();
        first.Complete();

        AssertOnly(("file", [1]));
    }

    [Fact]
    public void A_closed_file_can_be_read_before_it_gets_its_name()
    {
        using var file = AtomicFile.Create(_folder["file"]);
        file.Content.Write([1]);

        file.Close();

        Assert.Equal([1], File.ReadAllBytes(file.PartialPath));
        Assert.False(File.Exists(_folder["file"]));
    }

    [Fact]
    public void Of_several_files_none_changes_when_one_cannot_be_written()
    {
        _folder.Write("a", [1]);

        Assert.Throws<DirectoryNotFoundException>(() =>
            AtomicFile.WriteTogether((_folder["a"], [2]), (_folder["missing/b"], [3]))
        );
        AssertOnly(("a", [1]));

        AtomicFile.WriteTogether((_folder["a"], [2]), (_folder["b"], [3]));
        AssertOnly(("a", [2]), ("b", [3]));
    }

    public void Dispose() => _folder.Dispose();

    private void AssertOnly(params (string Name, byte[] Content)[] files)
    {
        Assert.Equal(
            files.Select(file => _folder[file.Name]),
            Directory.EnumerateFiles(_folder.Path).Order(StringComparer.Ordinal)
        );
        Assert.All(files, file => Assert.Equal(file.Content, File.ReadAllBytes(_folder[file.Name])));
    }
}
