using InfoGanMl.Datasets.Activities;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace InfoGanMl.Training.HeadStarts;

/// <summary>What a trunk that has seen photographs makes of the training images, as it came (<see cref="Transfer"/>).</summary>
/// <param name="Features">[N, trunk width], of the images as they are.</param>
/// <param name="Neighbors">[N, neighbors], for each image which others are most like it, the nearest first.</param>
internal sealed record SeenImages(Tensor Features, Tensor Neighbors) : IDisposable
{
    private const int Batch = 64;
    private const int Rows = 1024; // whose distances are computed at once

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
        using var random = new Generator(0);
        using var trunk = new LayerModule(options.BuildNetworks().Trunk, 0, random, options.Precision);
        PretrainedTrunk.Load(trunk, PretrainedTrunk.DefaultPath);
        trunk.to(device);
        trunk.eval();
        foreach (var parameter in trunk.parameters())
        {
            parameter.requires_grad = false; // products in bfloat16 are of a training, which computes gradients
        }

        var side = Math.Min(options.Image.Height, options.Image.Width);
        var factor = Math.Max(1, options.Transfer!.NeighborSide / side);
        var (pixels, total) = (0L, (long)images.Count * (factor == 1 ? 1 : 1 + factor * factor));
        var features = Look(1);
        var neighbors = NearestOf(factor == 1 ? features : Look(factor), options.Transfer.Neighbors);
        return new(features, neighbors);

        Tensor Look(int enlarged)
        {
            using var scope = NewDisposeScope();
            var parts = new List<Tensor>();
            for (var first = 0; first < images.Count; first += Batch)
            {
                stop.ThrowIfCancellationRequested();
                using var part = NewDisposeScope();
                var count = Math.Min(Batch, images.Count - first);
                var batch = images.At(arange(first, first + count, device: device));
                parts.Add(trunk.forward(Enlarge(batch, enlarged)).detach().MoveToOuterDisposeScope());
                pixels += (long)count * enlarged * enlarged;
                progress?.Report(ActivityReport.Of("Looking at the images.", pixels, total));
            }

            return cat(parts).MoveToOuterDisposeScope();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Features.Dispose();
        Neighbors.Dispose();
    }

    private static Tensor Enlarge(Tensor images, int factor) =>
        factor == 1
            ? images
            : interpolate(
                images,
                scale_factor: [factor, factor],
                mode: InterpolationMode.Bilinear,
                align_corners: false
            );

    /// <summary>The rows most like each by the cosine of what lies around the mean.</summary>
    private static Tensor NearestOf(Tensor features, int count)
    {
        using var scope = NewDisposeScope();
        var most = Math.Min(count, (int)features.shape[0] - 1);
        var directions = normalize(features - features.mean([0], keepdim: true), dim: 1);
        var nearest = directions
            .split(Rows)
            .Select(rows =>
            {
                using var part = NewDisposeScope();
                var (_, order) = rows.mm(directions.t()).topk(most + 1);
                return order.narrow(1, 1, most).MoveToOuterDisposeScope(); // the nearest is the image itself
            });
        return cat([.. nearest]).MoveToOuterDisposeScope();
    }
}
