using InfoGanMl.Datasets;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Evaluation.Samples;

/// <summary>Looks for the training image nearest to generated ones, and to real ones that were not trained on.</summary>
/// <param name="data">Training images, and test images for comparison.</param>
/// <param name="seed">Seed of which test images are taken.</param>
public sealed class CopyScorer(ImageDataset data, int seed)
{
    /// <summary>From generated images.</summary>
    public static readonly FigureKind GeneratedDistance = new(
        "copies.generated_distance",
        "Distance to the nearest training image, generated",
        Unit.Pixels,
        "Median over generated images: near 0 when G copies what it was trained on."
    )
    {
        Basis = Basis.Drawn,
        Column = "Nearest image",
        Shown = Shown.Presets | Shown.Runs,
        LowerIsBetter = true, // down to that of real images
    };

    /// <summary>From real test images.</summary>
    public static readonly FigureKind RealDistance = new(
        "copies.real_distance",
        "Distance to the nearest training image, real",
        Unit.Pixels,
        "The same for test images, which G has never seen."
    )
    {
        Basis = Basis.Drawn,
        Column = "Nearest image, real",
        Shown = Shown.Runs,
    };

    /// <summary>Images that are looked up; each is compared with every training image.</summary>
    private const int Images = 200;

    /// <summary>Compares the first generated images.</summary>
    /// <param name="generated">[N, C, H, W] in [0, 1].</param>
    public FoundCopies Measure(float[] generated)
    {
        var size = data.Train.Format.Size;
        var count = Math.Min(Images, Math.Min(generated.Length / size, data.Test.Count));
        var drawn = Find(ImageFormat.ToBytes(generated.AsSpan(..(count * size))));
        var order = Enumerable.Range(0, data.Test.Count).ToArray();
        new Random(seed).Shuffle(order);
        var real = Find(data.Test.Select(order.AsSpan(..count)).Pixels);
        return new(new(count), Median(drawn), Median(real), drawn);
    }

    private NearestPicture[] Find(byte[] images)
    {
        var size = data.Train.Format.Size;
        var search = new NearestImages(data.Train);
        var found = new NearestPicture[images.Length / size];
        Parallel.For(
            0,
            found.Length,
            row =>
            {
                var image = images[(row * size)..((row + 1) * size)];
                var (index, distance) = search.Find(image);
                found[row] = new(image, data.Train.Pixels[(index * size)..((index + 1) * size)], distance);
            }
        );
        return found;
    }

    private static double Median(NearestPicture[] pictures)
    {
        double[] distances = [.. pictures.Select(picture => picture.Distance).Order()];
        return (distances[(distances.Length - 1) / 2] + distances[distances.Length / 2]) / 2;
    }
}
