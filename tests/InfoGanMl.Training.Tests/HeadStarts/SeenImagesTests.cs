using InfoGanMl.Datasets.Activities;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.HeadStarts;

public class SeenImagesTests
{
    [Fact]
    public void The_nearest_neighbor_of_an_image_is_its_own_copy()
    {
        var pixels = TinyPhotos.Data.Train.Pixels;
        using var seen = Look([.. pixels, .. pixels]);
        var count = TinyPhotos.Data.Train.Count;

        var nearest = seen.Neighbors.select(1, 0).data<long>().ToArray();

        Assert.Equal([2 * count, 2], seen.Neighbors.shape);
        Assert.All(
            nearest.Index(),
            pair => Assert.Contains(pair.Item, new long[] { pair.Index, (pair.Index + count) % (2 * count) })
        );
    }

    [Fact]
    public void Features_are_what_the_trunk_makes_of_the_images_in_their_order()
    {
        using var seen = Look(TinyPhotos.Data.Train.Pixels);
        using var gan = TinyPhotos.Networks(TinyPhotos.Options);
        using var random = new RandomSource(1, CPU);
        using var images = TinyPhotos.Images(random);
        gan.Train(false);

        var expected = gan.Trunk.forward(images.EveryNth(1, 0));

        Assert.True(seen.Features.allclose(expected, rtol: 1e-3, atol: 1e-3));
    }

    [Fact]
    public void Fewer_images_than_neighbors_have_all_others_as_neighbors()
    {
        var few = TinyPhotos.Data.Train.Select([0, 1]);

        using var seen = Look(few.Pixels);

        Assert.Equal([1L, 0L], seen.Neighbors.flatten().data<long>().ToArray());
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

    private sealed class StopAtFirst(Action<ActivityReport> report) : IProgress<ActivityReport>
    {
        public void Report(ActivityReport value) => report(value);
    }
}
