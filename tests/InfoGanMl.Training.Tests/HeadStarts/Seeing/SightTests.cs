using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts.Seeing;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.HeadStarts.Seeing;

public class SightTests
{
    [Fact]
    public void Views_are_of_the_images_and_of_their_mirror_images()
    {
        using var sight = TinyPhotos.See(TinyPhotos.Options, TinyPhotos.Data.Train.Pixels);
        using var mirrored = TinyPhotos.See(TinyPhotos.Options, Mirror(TinyPhotos.Data.Train.Pixels));

        Assert.Equal([2, TinyPhotos.Data.Train.Count, 512], sight.Views.shape);
        Assert.True(sight.Views[0].allclose(mirrored.Views[1], atol: 1e-3));
    }

    [Fact]
    public void Things_that_have_no_mirror_image_are_looked_at_as_they_are()
    {
        var pairs = TinyPhotos.Options.RealPairs!;
        var options = TinyPhotos.Options with
        {
            RealPairs = pairs with { Augmentation = pairs.Augmentation with { Mirror = false } },
        };

        using var sight = TinyPhotos.See(options, TinyPhotos.Data.Train.Pixels);

        Assert.Equal(1, sight.Views.shape[0]);
    }

    [Fact]
    public void A_style_is_a_mean_and_a_deviation_of_each_channel_of_the_first_stage()
    {
        using var sight = TinyPhotos.See(TinyPhotos.Options, TinyPhotos.Data.Train.Pixels);

        Assert.Equal([TinyPhotos.Data.Train.Count, StyleGroups.Width], sight.Styles.shape);
        Assert.True(sight.Styles.narrow(1, StyleGroups.Width / 2, StyleGroups.Width / 2).min().item<float>() >= 0);
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
        var progress = new ImmediateProgress<ActivityReport>(report =>
        {
            reports.Add(report);
            stop.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() =>
            Sight.Of(TinyPhotos.Options, images, CPU, progress, stop.Token)
        );

        var report = Assert.Single(reports);
        Assert.InRange(report.Done!.Value, 0.01, 0.99);
    }

    private static byte[] Mirror(byte[] pixels) =>
        [.. pixels.Chunk(TinyPhotos.Options.Image.Width).SelectMany(row => row.Reverse())];
}
