using InfoGanMl.CommandLine.Options;
using InfoGanMl.Testing;

namespace InfoGanMl.CommandLine.Tests.Options;

public sealed class PictureSourceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_without_IDX_files_and_a_list_are_pictures()
    {
        _folder.Write("pictures/1.png", []);
        _folder.Write("images/train-images.idx3-ubyte.gz", []);

        Assert.True(PictureSource.IsPictures(_folder["pictures"]));
        Assert.True(PictureSource.IsPictures("LIST.CSV"));
        Assert.True(PictureSource.IsPictures("images.npy"));
        Assert.False(PictureSource.IsPictures(_folder["images"]));
        Assert.False(PictureSource.IsPictures(_folder["nothing"]));
        Assert.False(PictureSource.IsPictures(null));
    }

    [Fact]
    public void The_same_pictures_and_options_go_into_the_same_folder_and_others_into_others()
    {
        var pictures = new PictureSource("/photos/cats")
        {
            Size = 64,
            Color = "rgb",
            MaxBroken = 1,
        };

        Assert.Equal(pictures.DefaultOutput(), (pictures with { MaxBroken = 2 }).DefaultOutput());
        Assert.NotEqual(pictures.DefaultOutput(), (pictures with { Size = 32 }).DefaultOutput());
        Assert.NotEqual(pictures.DefaultOutput(), (pictures with { Path = "/more/cats" }).DefaultOutput());
        Assert.StartsWith("cats-", Path.GetFileName(pictures.DefaultOutput()), StringComparison.Ordinal);
    }
}
