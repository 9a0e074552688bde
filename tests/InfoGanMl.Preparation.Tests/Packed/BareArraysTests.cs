using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Sources;
using InfoGanMl.Preparation.Tests.Arrays.Made;
using InfoGanMl.Testing;

namespace InfoGanMl.Preparation.Tests.Packed;

/// <summary>Files of one array each say by their names alone what they hold.</summary>
public sealed class BareArraysTests : IDisposable
{
    private const string Images = "2, 8, 8";
    private const string Rows = "2, 64";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("X.npy", "y.npy")]
    [InlineData("images.npy", "labels.npy")]
    [InlineData("mnist.npy", "labels.npy")]
    public void Images_and_labels_are_told_by_the_usual_names(string images, string labels)
    {
        Write(images, Images);
        Write(labels, "2,", 4, 9);

        var list = Find("data");

        Assert.Equal(["4", "9"], list.Classes);
        Assert.Equal(
            [$"{images}/000000 is 4", $"{images}/000001 is 9"],
            list.Pictures.Select(picture => $"{picture.Path} is {picture.Class}").Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("x_train.npy", "x_test.npy")]
    [InlineData("train.npy", "test.npy")]
    [InlineData("train_images.npy", "val_images.npy")]
    public void Parts_are_told_by_the_usual_names(string train, string test)
    {
        Write(train, Images);
        Write(test, Images);
        Write("y_train.npy", "2,", 4, 9);
        Write("y_test.npy", "2,", 4, 9);

        var list = Find("data");

        Assert.Equal(
            [$"{test}/000000", $"{test}/000001"],
            list.Pictures.Where(picture => picture.Part == Part.Test).Select(picture => picture.Path).Order()
        );
        Assert.Contains(list.Pictures, picture => (picture.Part, picture.Class) == (Part.Train, "9"));
    }

    [Theory]
    [InlineData(Images)]
    [InlineData(Rows)]
    [InlineData("2, 8, 8, 3")]
    [InlineData("2, 3, 8, 8")]
    public void A_single_file_may_have_any_name(string sizes)
    {
        Write("mine.npy", sizes);

        Assert.Equal(2, Find("data").Pictures.Count);
        Assert.Equal(2, Find("data/mine.npy").Pictures.Count);
    }

    [Fact]
    public void Several_files_of_other_names_are_a_class_each()
    {
        Write("cat.npy", Rows);
        Write("more/hot dog.npy", Rows);

        AssertClasses("cat", "hot dog");
    }

    [Fact]
    public void Files_of_Quick_Draw_are_classes_whatever_they_are_called()
    {
        Write("full_numpy_bitmap_cat.npy", Rows);
        Write("full_numpy_bitmap_train.npy", Rows);

        AssertClasses("cat", "train");
    }

    [Fact]
    public void Labels_alone_are_no_images()
    {
        Write("y.npy", "2,", 4, 9);

        var error = Assert.Throws<PreparationException>(() => Find("data"));

        Assert.Equal("no images in y.npy, only y.npy", error.Found);
    }

    [Fact]
    public void A_single_file_of_something_else_is_refused()
    {
        Write("weights.npy", "150, 4");

        Assert.Equal("uint8 [150, 4]", Assert.Throws<InvalidArrayFileException>(() => Find("data")).Found);
    }

    private void AssertClasses(params string[] classes)
    {
        var list = Find("data");

        Assert.Equal(classes, list.Classes);
        Assert.All(list.Pictures, picture => Assert.Contains($"{picture.Class}.npy", picture.Path));
        Assert.Single(list.Pictures, picture => picture.Part == Part.Test);
    }

    private void Write(string name, string sizes, params byte[] values)
    {
        var count = sizes
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(1, (n, size) => n * int.Parse(size));
        var header = $"{{'descr': '|u1', 'fortran_order': False, 'shape': ({sizes}), }}\n";
        _folder.Write($"data/{name}", NpyBytes.Array(header, values is [] ? new byte[count] : values));
    }

    private PictureList Find(string data) =>
        PictureSearch.Find(_folder[data], new(), TestContext.Current.CancellationToken);
}
