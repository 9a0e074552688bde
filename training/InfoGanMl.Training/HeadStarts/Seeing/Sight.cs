using InfoGanMl.Datasets.Activities;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Snapshots;
using static TorchSharp.torch;

namespace InfoGanMl.Training.HeadStarts.Seeing;

/// <summary>What a trunk that has seen photographs makes of the training images, enlarged, as it came.</summary>
/// <param name="Views">[views, N, trunk width]: of the images and, where they may be, mirrored.</param>
/// <param name="Styles">[N, style width] of the images (<see cref="StyleGroups"/>).</param>
internal sealed record Sight(Tensor Views, Tensor Styles) : IDisposable
{
    private const int Batch = 64;

    /// <summary>Looks at them, which takes long.</summary>
    /// <param name="options">Options with a pretrained trunk.</param>
    /// <param name="images">The images.</param>
    /// <param name="device">Where to compute.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Stops between two batches.</param>
    public static Sight Of(
        TrainingOptions options,
        RealImages images,
        Device device,
        IProgress<ActivityReport>? progress,
        CancellationToken stop
    )
    {
        using var scope = NewDisposeScope();
        using var trunk = new EnlargingTrunk(options, device);
        var (features, styles) = Look("Looking at the images.", batch => batch);
        var views = HasMirrorImages(options)
            ? stack([features, Look("Looking at their mirror images.", batch => batch.flip(3)).Features])
            : features.unsqueeze(0);
        return new(views.MoveToOuterDisposeScope(), styles.MoveToOuterDisposeScope());

        (Tensor Features, Tensor Styles) Look(string activity, Func<Tensor, Tensor> view)
        {
            var (features, styles) = (new List<Tensor>(), new List<Tensor>());
            for (var first = 0; first < images.Count; first += Batch)
            {
                stop.ThrowIfCancellationRequested();
                using var part = NewDisposeScope();
                var count = Math.Min(Batch, images.Count - first);
                var seen = trunk.Look(view(images.At(arange(first, first + count, device: device))));
                features.Add(seen.Features.MoveToOuterDisposeScope());
                styles.Add(seen.Styles.MoveToOuterDisposeScope());
                progress?.Report(ActivityReport.Of(activity, first + count, images.Count));
            }

            return (cat(features), cat(styles));
        }
    }

    /// <summary>Room for what the trunk makes of so many images.</summary>
    public static Sight Empty(TrainingOptions options, int count, Device device) =>
        new(
            zeros(HasMirrorImages(options) ? 2 : 1, count, ResNet18.Features, device: device),
            zeros(count, StyleGroups.Width, device: device)
        );

    /// <summary>All of it.</summary>
    public void VisitState(IStateVisitor state)
    {
        state.Visit("views", Views);
        state.Visit("styles", Styles);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Views.Dispose();
        Styles.Dispose();
    }

    private static bool HasMirrorImages(TrainingOptions options) => options.RealPairs!.Augmentation.Mirror;
}
