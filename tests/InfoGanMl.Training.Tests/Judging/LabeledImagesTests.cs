using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Images;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Judging;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Judging;

public class LabeledImagesTests
{
    [Fact]
    public void Every_image_comes_with_its_own_label_in_every_epoch()
    {
        byte[] pixels = [.. Enumerable.Range(0, 12).Select(i => (byte)i)];
        int[] labels = [.. pixels.Select(pixel => pixel + 100)];
        using var images = new LabeledImages(new ImageSet(new(1, 1, 1), pixels, labels), new RandomSource(1, CPU));

        for (var epoch = 0; epoch < 3; epoch++)
        {
            var drawn = Enumerable.Range(0, 3).SelectMany(_ => Read(images.Next(4))).ToList();

            Assert.Equal(pixels, drawn.Select(image => image.Pixel).Order());
            Assert.All(drawn, image => Assert.Equal(image.Pixel + 100, image.Label));
        }
    }

    private static IEnumerable<(byte Pixel, long Label)> Read((Tensor Images, Tensor Labels) batch) =>
        ImageFormat.ToBytes(batch.Images.data<float>().ToArray()).Zip(batch.Labels.data<long>().ToArray());
}
