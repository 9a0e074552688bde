using InfoGanMl.Evaluation.Sorted;
using InfoGanMl.Testing;

namespace InfoGanMl.Evaluation.Tests.Sorted;

public sealed class CategoryFoldersTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_picture_is_linked_from_its_category_and_stays_where_it_is()
    {
        _folder.Write("pictures/a/1.png", [1]);
        _folder.Write("pictures/b/1.png", [2]);

        Write(Answer("a/1.png", 3), Answer("b/1.png", 0));
        Write(Answer("a/1.png", 3), Answer("b/1.png", 0)); // again

        Assert.Equal([1], File.ReadAllBytes(_folder["sorted/3/a/1.png"]));
        Assert.Equal([2], File.ReadAllBytes(_folder["sorted/0 cats-dogs/b/1.png"]));
        Assert.Null(File.ResolveLinkTarget(_folder["pictures/a/1.png"], returnFinalTarget: false));
    }

    [Fact]
    public void What_is_no_link_is_never_removed()
    {
        var note = _folder.Write("sorted/3/note.txt", [1]);

        var problem = Assert.Throws<IOException>(() => Write(Answer("a/1.png", 3)));

        Assert.Contains(note, problem.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(note));
    }

    private void Write(params PictureAnswer[] answers) =>
        CategoryFolders.Write(
            _folder["sorted"],
            answers,
            _folder["pictures"],
            category => category == 0 ? "cats/dogs" : null
        );

    private static PictureAnswer Answer(string path, int category) => new(path, false, null, [category], [1], []);
}
