using InfoGanMl.Datasets.Idx;
using InfoGanMl.Models.Images;
using InfoGanMl.Testing;

namespace InfoGanMl.Datasets.Tests.Idx;

public sealed class IdxWriterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Gray_images_are_written_as_MNISTs_are()
    {
        Write(new(1, 2, 3), [0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11]);

        Assert.Equal(IdxBytes.Images(2), File.ReadAllBytes(_folder["images"]));
        Assert.Equal("train-images-idx3-ubyte", IdxWriter.ImagesName("train", new(1, 2, 3)));
    }

    [Fact]
    public void Images_in_color_are_written_with_a_fourth_dimension()
    {
        Write(new(3, 1, 2), [0, 1, 2, 3, 4, 5]);

        Assert.Equal([.. IdxBytes.Numbers(2052, 1, 3, 1, 2), 0, 1, 2, 3, 4, 5], File.ReadAllBytes(_folder["images"]));
        Assert.Equal("t10k-images-idx4-ubyte", IdxWriter.ImagesName("t10k", new(3, 1, 2)));
    }

    [Fact]
    public void Labels_are_bytes_or_wider_numbers()
    {
        int[] labels = [0, 1, 2];
        foreach (var areWide in (bool[])[false, true])
        {
            using var writer = IdxWriter.ForLabels(_folder[IdxWriter.LabelsName("train", areWide)], areWide);
            Array.ForEach(labels, writer.WriteLabel);
            writer.Complete();
        }

        Assert.Equal(IdxBytes.Labels(3), File.ReadAllBytes(_folder["train-labels-idx1-ubyte"]));
        Assert.Equal(IdxBytes.Numbers(0x0C01, 3, 0, 1, 2), File.ReadAllBytes(_folder["train-labels-idx1-int"]));
    }

    [Fact]
    public void Until_it_is_complete_there_is_no_file_and_what_was_there_stays()
    {
        _folder.Write("images", [1, 2, 3]);

        using (var writer = IdxWriter.ForImages(_folder["images"], new(1, 1, 1)))
        {
            writer.Write([9]);
        }

        Assert.Equal([1, 2, 3], File.ReadAllBytes(_folder["images"]));
        Assert.Equal([_folder["images"]], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_part_of_an_image_is_refused()
    {
        using var writer = IdxWriter.ForImages(_folder["images"], new(1, 2, 3));

        Assert.Throws<ArgumentException>(() => writer.Write(new byte[5]));
        Assert.Equal(0, writer.Count);
    }

    private void Write(ImageFormat format, params byte[][] images)
    {
        using var writer = IdxWriter.ForImages(_folder["images"], format);
        foreach (var image in images)
        {
            writer.Write(image);
        }

        writer.Complete();
    }
}
