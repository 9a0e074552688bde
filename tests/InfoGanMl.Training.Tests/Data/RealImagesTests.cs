using InfoGanMl.Models.Images;
using InfoGanMl.Training.Data;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Data;

public class RealImagesTests
{
    private static readonly ImageFormat OnePixel = new(1, 1, 1);

    [Fact]
    public void An_epoch_shows_every_image_once()
    {
        byte[] pixels = [.. Enumerable.Range(0, 12).Select(i => (byte)i)];
        using var images = new RealImages(pixels, OnePixel, new RandomSource(1, CPU));

        foreach (var _ in Enumerable.Range(0, 5))
        {
            var epoch = Enumerable.Range(0, 3).SelectMany(_ => Bytes(images.Next(4))).Order();
            Assert.Equal(pixels, epoch);
        }
    }

    [Fact]
    public void Bytes_become_the_same_floats_as_everywhere()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        using var images = new RealImages(bytes, OnePixel, new RandomSource(1, CPU));

        Assert.Equal(ImageFormat.ToFloats(bytes), images.EveryNth(1, 0).data<float>().ToArray());
    }

    [Fact]
    public void Every_nth_image_is_taken_from_the_whole_set()
    {
        using var images = new RealImages([0, 1, 2, 3, 4, 5, 6], OnePixel, new RandomSource(1, CPU));

        Assert.Equal([1, 4], Bytes(images.EveryNth(3, 1)));
    }

    private static byte[] Bytes(Tensor batch) => ImageFormat.ToBytes(batch.data<float>().ToArray());
}
