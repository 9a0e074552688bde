using InfoGanMl.Datasets.Activities;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace InfoGanMl.Training.HeadStarts;

/// <summary>What a trunk that has seen photographs makes of the training images, enlarged, as it came (<see cref="Transfer"/>).</summary>
/// <param name="Features">[views, N, trunk width], each of mean 0 and deviation 1: of the images and, where they may be, mirrored.</param>
/// <param name="Neighbors">The images that are most like each.</param>
internal sealed record SeenImages(Tensor Features, Neighbors Neighbors) : IDisposable
{
    private const int Batch = 64;
    private const double Least = 1e-5; // deviation of a feature that is always the same

    /// <summary>Number of images.</summary>
    public int Count => (int)Features.shape[1];

    /// <summary>Looks at them.</summary>
    /// <param name="options">Options with a pretrained trunk.</param>
    /// <param name="images">The images.</param>
    /// <param name="device">Where to compute.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Stops between two batches.</param>
    public static SeenImages Of(
        TrainingOptions options,
        RealImages images,
        Device device,
        IProgress<ActivityReport>? progress,
        CancellationToken stop
    )
    {
        using var scope = NewDisposeScope();
        using var trunk = TrunkFor(options, device);
        var views = new List<Tensor> { Look(mirrored: false) };
        if (options.RealPairs!.Augmentation.Mirror)
        {
            views.Add(Look(mirrored: true));
        }

        var features = stack(views); // [views, N, trunk width]
        var mean = features.mean([0, 1], keepdim: true);
        var standardized = (features - mean) / (features.std([0, 1], keepdim: true) + Least);
        var directions = normalize(features - mean, dim: 2).mean([0]);
        var (indices, counts) = Neighbors.Of(directions, options.Transfer!.Neighbors);
        return new(
            standardized.MoveToOuterDisposeScope(),
            new(indices.MoveToOuterDisposeScope(), counts.MoveToOuterDisposeScope())
        );

        Tensor Look(bool mirrored)
        {
            var parts = new List<Tensor>();
            for (var first = 0; first < images.Count; first += Batch)
            {
                stop.ThrowIfCancellationRequested();
                using var part = NewDisposeScope();
                var count = Math.Min(Batch, images.Count - first);
                var batch = Enlarge(images.At(arange(first, first + count, device: device)), options.Transfer!.Side);
                parts.Add(trunk.forward(mirrored ? batch.flip(3) : batch).detach().MoveToOuterDisposeScope());
                progress?.Report(
                    ActivityReport.Of(
                        mirrored ? "Looking at their mirror images." : "Looking at the images.",
                        first + count,
                        images.Count
                    )
                );
            }

            return cat(parts);
        }
    }

    /// <summary>Features [n, trunk width] of images, each of a view drawn at random.</summary>
    public Tensor Draw(Tensor indices, RandomSource random)
    {
        var views = random.Integers((int)Features.shape[0], (int)indices.shape[0]);
        return Features.flatten(0, 1).index_select(0, views * Count + indices);
    }

    /// <summary>Features [n, trunk width] of images, averaged over the views.</summary>
    public Tensor Mean(Tensor indices) => Features.index_select(1, indices).mean([0]);

    /// <inheritdoc/>
    public void Dispose()
    {
        Features.Dispose();
        Neighbors.Dispose();
    }

    private static LayerModule TrunkFor(TrainingOptions options, Device device)
    {
        using var random = new torch.Generator(0);
        var side = options.Transfer!.Side;
        var format = options.Image with
        {
            Height = Math.Max(side, options.Image.Height),
            Width = Math.Max(side, options.Image.Width),
        };
        var network = new Recipes.Networks.Network(
            "trunk",
            new(format.Channels, format.Height, format.Width),
            Recipes.Networks.ResNet18.For(format)
        );
        var trunk = new LayerModule(network, 0, random, options.Precision);
        trunk.to(device);
        PretrainedTrunk.LoadFixed(trunk);
        return trunk;
    }

    /// <summary>Images whose shorter side has at least so many pixels, by whole factors; the trunk takes any size.</summary>
    private static Tensor Enlarge(Tensor images, int side)
    {
        var factor = Math.Max(1, side / Math.Min(images.shape[2], images.shape[3]));
        return factor == 1
            ? images
            : interpolate(
                images,
                scale_factor: [factor, factor],
                mode: InterpolationMode.Bilinear,
                align_corners: false
            );
    }
}
