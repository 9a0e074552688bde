using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Sources;
using InfoGanMl.Testing;

namespace InfoGanMl.Preparation.Tests.Folders;

/// <summary>Files are found by their names: none is opened.</summary>
public sealed class FolderPicturesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sub_folders_are_classes_in_the_order_of_their_names()
    {
        var list = Find("dog/1.png", "cat/1.JPG", "cat/deep/er/2.jpeg", "Ant/1.bmp");

        Assert.Equal(["Ant", "cat", "dog"], list.Classes);
        Assert.Equal(
            ["Ant/1.bmp is Ant", "cat/1.JPG is cat", "cat/deep/er/2.jpeg is cat", "dog/1.png is dog"],
            list.Pictures.Select(picture => $"{picture.Path} is {picture.Class}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Pictures_in_the_folder_itself_have_no_classes()
    {
        var list = Find("1.png", "2.png");

        Assert.Empty(list.Classes);
        Assert.Equal(2, list.Pictures.Count);
    }

    [Fact]
    public void One_class_alone_is_none_and_that_is_said()
    {
        var list = Find("all/1.png", "all/2.png");

        Assert.Empty(list.Classes);
        Assert.Equal(["There is no class but 'all': there are no labels."], list.Notes);
    }

    [Fact]
    public void Every_seventh_picture_of_each_class_is_held_out()
    {
        var list = Find([.. Enumerable.Range(10, 14).SelectMany(i => new[] { $"a/{i}.png", $"b/{i}.png" }), "c/1.png"]);

        Assert.Equal(["a/16.png", "a/23.png", "b/16.png", "b/23.png"], Test(list));
    }

    [Fact]
    public void The_last_picture_is_held_out_where_no_class_has_seven()
    {
        Assert.Equal(["b/1.png"], Test(Find("a/1.png", "b/1.png")));
    }

    [Fact]
    public void Folders_train_and_test_are_the_split_and_classes_are_below_them()
    {
        var list = Find("Train/a/1.png", "Train/b/1.png", "test/a/1.png", "test/c/1.png");

        Assert.Equal(["a", "b", "c"], list.Classes);
        Assert.Equal(["test/a/1.png", "test/c/1.png"], Test(list));
    }

    [Fact]
    public void Folders_train_and_test_may_be_without_classes()
    {
        var list = Find("train/1.png", "train/2.png", "test/1.png");

        Assert.Empty(list.Classes);
        Assert.Equal(["test/1.png"], Test(list));
    }

    [Fact]
    public void The_order_is_mixed_and_always_the_same()
    {
        string[] names = [.. Enumerable.Range(0, 50).Select(i => $"{(i < 25 ? "a" : "b")}/{i}.png")];

        var list = Find(names);

        Assert.Equal(list.Pictures, Find([.. names.Reverse()]).Pictures);
        Assert.Contains("b", list.Pictures.Take(10).Select(picture => picture.Class));
    }

    [Theory]
    [InlineData("test/1.png and a/1.png", "test/1.png", "a/1.png")]
    [InlineData("train/a/1.png and 1.png", "train/a/1.png", "1.png")]
    [InlineData("train/1.png and bus/1.png", "train/1.png", "car/1.png", "bus/1.png")] // a class of vehicles, perhaps
    [InlineData("test/1.png", "test/1.png", "val/1.png")]
    [InlineData("no pictures in", "notes.txt", "a/b.tiff")]
    [InlineData("1 picture in", "1.png")]
    public void Folders_that_contradict_each_other_are_refused(string found, params string[] names)
    {
        var error = Assert.Throws<PreparationException>(() => Find(names));

        Assert.Contains(found, error.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_beside_the_folders_of_classes_are_of_an_unknown_class()
    {
        var list = Find("3.png", "a/1.png", "b/2.png", "2.png", "1.png", "4.png");

        Assert.Equal(["a", "b"], list.Classes);
        Assert.Equal(
            ["1.png", "2.png", "3.png", "4.png"],
            list.Pictures.Where(picture => picture.Class is null).Select(picture => picture.Path).Order()
        );
        Assert.Equal(
            [
                "In no folder of a class: 4 pictures (1.png, 2.png, 3.png ...).",
                "2 of 6 pictures have a label; of the others the class is unknown.",
            ],
            list.Notes
        );
    }

    [Fact]
    public void Pictures_may_lie_beside_a_folder_around_all_others()
    {
        Assert.Equal(["a", "b"], Find("logo.png", "archive/a/1.png", "archive/b/1.png").Classes);
        Assert.Equal(["archive/test/a/1.png"], Test(Find("archive/test/a/1.png", "archive/train/b/1.png")));
    }

    [Fact]
    public void Below_train_and_test_there_may_be_pictures_of_an_unknown_class_too()
    {
        var list = Find("train/1.png", "train/a/1.png", "train/b/1.png", "test/a/1.png");

        Assert.Equal("train/1.png", Assert.Single(list.Pictures, picture => picture.Class is null).Path);
        Assert.Contains("In no folder of a class: 1 picture (train/1.png).", list.Notes);
    }

    [Fact]
    public void Pictures_beside_train_and_test_are_left_out_and_that_is_said()
    {
        var list = Find("train/a/1.png", "test/b/1.png", "logo.png", "docs/2.png", "docs/1.png", "docs/3.png");

        Assert.Equal(["test/b/1.png", "train/a/1.png"], list.Pictures.Select(picture => picture.Path).Order());
        Assert.Equal(
            [
                "To train on: train. Held out for the scores: test.",
                "Left out: 4 pictures (docs/1.png, docs/2.png, docs/3.png ...) beside these folders.",
            ],
            list.Notes
        );
    }

    [Fact]
    public void More_classes_than_can_be_counted_are_refused()
    {
        var error = Assert.Throws<PreparationException>(() =>
            Find([.. Enumerable.Range(0, 10_001).Select(i => $"{i}/1.png")])
        );

        Assert.Equal(("10001 classes", "1 to 10000"), (error.Found, error.Expected));
    }

    [Fact]
    public void Other_files_are_counted()
    {
        Assert.Equal(
            ["Left out: 1 without extension, 2 .txt."],
            Find("1.png", "2.png", "a.txt", "b/c.txt", "LICENSE").Notes
        );
    }

    [Fact]
    public void Links_are_not_followed_and_hidden_files_are_left_out()
    {
        _folder.Write("outside/secret.png", []);
        Directory.CreateSymbolicLink(
            _folder["pictures/linked"],
            Directory.CreateDirectory(_folder["pictures"]).Parent!.FullName
        );
        File.CreateSymbolicLink(_folder["pictures/link.png"], _folder["outside/secret.png"]);

        var list = Find("1.png", "2.png", "._1.png", ".thumbnails/1.png");

        Assert.Equal(["1.png", "2.png"], list.Pictures.Select(picture => picture.Path).Order());
        Assert.Contains("Left out: 2 links (link.png → ", list.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_followed_on_request_and_never_in_circles()
    {
        _folder.Write("elsewhere/7/1.png", []);
        _folder.Write("blobs/af31", [1, 2]);
        Directory.CreateDirectory(_folder["pictures/8"]);
        Directory.CreateSymbolicLink(_folder["pictures/7"], _folder["elsewhere/7"]);
        Directory.CreateSymbolicLink(_folder["pictures/8/circle"], _folder["pictures"]);
        File.CreateSymbolicLink(_folder["pictures/8/2.png"], _folder["blobs/af31"]);
        File.CreateSymbolicLink(_folder["pictures/8/nowhere.png"], _folder["blobs/gone"]);

        var list = PictureSearch.Find(
            _folder["pictures"],
            new() { FollowLinks = true },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            [("7/1.png", "7", 0L), ("8/2.png", "8", 2L)],
            list.Pictures.Select(picture => (picture.Path, picture.Class!, picture.Length)).Order()
        );
        Assert.Contains("Followed: 4 links (7 → ", list.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_nothing_but_links_says_so()
    {
        _folder.Write("blobs/1.png", []);
        Directory.CreateDirectory(_folder["pictures"]);
        File.CreateSymbolicLink(_folder["pictures/1.png"], _folder["blobs/1.png"]);

        var error = Assert.Throws<PreparationException>(() => Find());

        Assert.Contains("1 link (1.png → ", error.Found, StringComparison.Ordinal);
        Assert.Contains("Follow the links", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train", "val")]
    [InlineData("Training", "Testing")]
    [InlineData("train", "valid")]
    [InlineData("TRAIN", "Validation")]
    [InlineData("train", "dev")]
    public void Splits_have_the_names_that_downloads_have(string train, string test)
    {
        var list = Find($"{train}/a/1.png", $"{train}/b/1.png", $"{test}/a/2.png");

        Assert.Equal(["a", "b"], list.Classes);
        Assert.Equal([$"{test}/a/2.png"], Test(list));
        Assert.Equal([$"To train on: {train}. Held out for the scores: {test}."], list.Notes);
    }

    [Fact]
    public void Whatever_is_not_trained_on_is_held_out()
    {
        var list = Find("train/a/1.png", "valid/b/1.png", "test/a/1.png");

        Assert.Equal(["test/a/1.png", "valid/b/1.png"], Test(list));
        Assert.Equal(["To train on: train. Held out for the scores: test, valid."], list.Notes);
    }

    [Theory]
    [InlineData("dataset/", "dataset")]
    [InlineData("archive/my data/", "archive/my data")]
    [InlineData("train/", "train")]
    public void Folders_around_all_pictures_are_no_classes(string around, string named)
    {
        var list = Find($"{around}a/1.png", $"{around}b/1.png");

        Assert.Equal(["a", "b"], list.Classes);
        Assert.Equal([$"The folder {named} is around all others, and taken for no class."], list.Notes);
    }

    [Theory]
    [InlineData("d/test/b/1.png", "d/train/a/1.png")]
    [InlineData("d/train/2.png", "d/train/1.png")]
    public void A_split_may_be_within_a_folder_around_all_and_of_one_part_alone(string test, string train)
    {
        Assert.Equal([test], Test(Find(train, test)));
    }

    [Fact]
    public void A_path_with_nothing_there_is_named()
    {
        var error = Assert.Throws<PreparationException>(() =>
            PictureSearch.Find(_folder["nowhere"], new(), TestContext.Current.CancellationToken)
        );

        Assert.Equal($"nothing at {_folder["nowhere"]}", error.Found);
    }

    private PictureList Find(params string[] names)
    {
        foreach (var name in names)
        {
            _folder.Write(Path.Combine("pictures", name), []);
            File.SetLastWriteTimeUtc(_folder[Path.Combine("pictures", name)], DateTime.UnixEpoch);
        }

        return PictureSearch.Find(_folder["pictures"], new(), TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Test(PictureList list) =>
        list
            .Pictures.Where(picture => picture.Part == Part.Test)
            .Select(picture => picture.Path)
            .Order(StringComparer.Ordinal);
}
