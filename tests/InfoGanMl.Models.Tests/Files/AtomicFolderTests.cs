using InfoGanMl.Models.Files;
using InfoGanMl.Testing;

namespace InfoGanMl.Models.Tests.Files;

public sealed class AtomicFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Target => _folder["folder"];

    [Fact]
    public void A_folder_is_there_when_it_is_full()
    {
        _folder.Write("folder.partial/leftover", [9]);

        AtomicFolder.Create(
            Target,
            partial =>
            {
                AtomicFile.Write(Path.Combine(partial, "file"), [1]);
                Assert.False(AtomicFolder.Exists(Target));
            }
        );

        AssertOnly("folder/file");
    }

    [Fact]
    public void A_folder_that_cannot_be_filled_was_never_there()
    {
        Assert.Throws<IOException>(() =>
            AtomicFolder.Create(
                Target,
                partial =>
                {
                    AtomicFile.Write(Path.Combine(partial, "file"), [1]);
                    throw new IOException("the disk is full");
                }
            )
        );

        AssertOnly();
        Assert.Empty(Directory.EnumerateDirectories(_folder.Path));
    }

    [Fact]
    public void A_folder_takes_the_place_of_another()
    {
        _folder.Write("folder/old", [1]);
        _folder.Write("folder.previous/older", [1]);
        _folder.Write("next/new", [2]);

        AtomicFolder.Replace(_folder["next"], Target);

        AssertOnly("folder/new");
    }

    [Fact]
    public void The_old_folder_stays_where_the_new_one_cannot_be_moved()
    {
        _folder.Write("folder/old", [1]);

        Assert.Throws<DirectoryNotFoundException>(() => AtomicFolder.Replace(_folder["next"], Target));

        AssertOnly("folder/old");
    }

    [Fact]
    public void A_process_that_dies_between_the_two_moves_loses_nothing()
    {
        _folder.Write("folder.previous/old", [1]);

        Assert.True(AtomicFolder.Exists(Target));
        AtomicFolder.Recover(Target);

        AssertOnly("folder/old");
    }

    [Fact]
    public void A_process_that_dies_after_the_two_moves_leaves_the_new_folder()
    {
        _folder.Write("folder/new", [2]);
        _folder.Write("folder.previous/old", [1]);
        _folder.Write("folder.partial/half", [3]);

        AtomicFolder.CleanUp(Target);

        AssertOnly("folder/new");
    }

    public void Dispose() => _folder.Dispose();

    private void AssertOnly(params string[] files) =>
        Assert.Equal(
            files.Select(file => _folder[file]),
            Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        );
}
