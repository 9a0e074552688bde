using InfoGanMl.Datasets.Activities;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.HeadStarts;

public class SeenImagesTests
{
    [Fact]
    public void The_neighbor_of_an_image_is_its_own_copy()
    {
        var pixels = TinyPhotos.Data.Train.Pixels;
        using var seen = Look([.. pixels, .. pixels]);
        var count = TinyPhotos.Data.Train.Count;

        var nearest = seen.Neighbors.Indices.select(1, 0).data<long>().ToArray();

        Assert.Equal(2 * count, seen.Count);
        Assert.All(nearest.Index(), pair => Assert.Equal((pair.Index + count) % (2 * count), pair.Item));
    }

    [Fact]
    public void Features_are_of_the_images_and_of_their_mirror_images_and_standardized()
    {
        using var seen = Look(TinyPhotos.Data.Train.Pixels);
        using var mirrored = Look(Mirror(TinyPhotos.Data.Train.Pixels));

        Assert.Equal([2, TinyPhotos.Data.Train.Count, 512], seen.Features.shape);
        Assert.True(seen.Features[0].allclose(mirrored.Features[1], atol: 1e-2));
        Assert.InRange(seen.Features.mean().item<float>(), -1e-3f, 1e-3f);
        Assert.InRange(seen.Features.std().item<float>(), 0.8f, 1.1f); // some are always 0 on sprites
    }

    [Fact]
    public void Things_that_have_no_mirror_image_are_looked_at_as_they_are()
    {
        var pairs = TinyPhotos.Options.RealPairs!;
        var options = TinyPhotos.Options with
        {
            RealPairs = pairs with { Augmentation = pairs.Augmentation with { Mirror = false } },
        };

        using var seen = TinyPhotos.Look(options);

        Assert.Equal(1, seen.Features.shape[0]);
    }

    [Fact]
    public void It_says_how_far_it_is_and_stops_when_asked()
    {
        using var stop = new CancellationTokenSource();
        using var random = new RandomSource(1, CPU);
        var train = TinyPhotos.Data.Train;
        using var images = new RealImages(
            [.. Enumerable.Repeat(train.Pixels, 3).SelectMany(p => p)],
            train.Format,
            random
        );
        var reports = new List<ActivityReport>();
        var progress = new StopAtFirst(report =>
        {
            reports.Add(report);
            stop.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() =>
            SeenImages.Of(TinyPhotos.Options, images, CPU, progress, stop.Token)
        );

        var report = Assert.Single(reports);
        Assert.InRange(report.Done!.Value, 0.01, 0.99);
    }

    private static SeenImages Look(byte[] pixels)
    {
        using var random = new RandomSource(1, CPU);
        using var images = new RealImages(pixels, TinyPhotos.Options.Image, random);
        return SeenImages.Of(TinyPhotos.Options, images, CPU, progress: null, CancellationToken.None);
    }

    private static byte[] Mirror(byte[] pixels) =>
        [.. pixels.Chunk(TinyPhotos.Options.Image.Width).SelectMany(row => row.Reverse())];

    private sealed class StopAtFirst(Action<ActivityReport> report) : IProgress<ActivityReport>
    {
        public void Report(ActivityReport value) => report(value);
    }
}
