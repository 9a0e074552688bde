using System.Security.Cryptography;
using System.Text;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using static TorchSharp.torch;

namespace InfoGanMl.Training.HeadStarts.Seeing;

/// <summary>
/// A folder of files with what a trunk made of images: every seed, every number of categories, and a run that goes on needs the same.
/// </summary>
/// <param name="path">The folder, made when the first file is; null keeps none.</param>
internal sealed class SightFolder(string? path)
{
    private const long LargestFile = 1 << 30; // bytes

    /// <summary>What teachers learn from (<see cref="SeenImages"/>).</summary>
    /// <inheritdoc cref="Of"/>
    public SeenImages See(
        TrainingOptions options,
        RealImages images,
        Device device,
        IProgress<ActivityReport>? progress,
        CancellationToken stop
    )
    {
        using var sight = Of(options, images, device, progress, stop);
        return SeenImages.Of(sight, options.Transfer!, progress);
    }

    /// <summary>What the trunk makes of the images, from the file where there is one; else it looks at them and makes the file.</summary>
    /// <inheritdoc cref="Sight.Of"/>
    public Sight Of(
        TrainingOptions options,
        RealImages images,
        Device device,
        IProgress<ActivityReport>? progress,
        CancellationToken stop
    )
    {
        if (path is null)
        {
            return Sight.Of(options, images, device, progress, stop);
        }

        var file = Path.Combine(path, $"{KeyOf(options, images, device)}.safetensors");
        if (TryRead(file, options, images, device, progress) is { } known)
        {
            progress?.Report($"What the trunk makes of the images is in {file}.");
            return known;
        }

        var sight = Sight.Of(options, images, device, progress, stop);
        TryWrite(file, sight, progress);
        return sight;
    }

    /// <summary>All that decides what the trunk makes of them.</summary>
    private static string KeyOf(TrainingOptions options, RealImages images, Device device)
    {
        var key =
            $"{PretrainedTrunk.Sha256} {images.Hash} {options.Image} {options.Transfer!.Side} "
            + $"{options.RealPairs!.Augmentation.Mirror} {options.Precision} {device.type} {get_num_threads()}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32];
    }

    private static Sight? TryRead(
        string file,
        TrainingOptions options,
        RealImages images,
        Device device,
        IProgress<ActivityReport>? progress
    )
    {
        if (!File.Exists(file))
        {
            return null;
        }

        var sight = Sight.Empty(options, images.Count, device);
        try
        {
            using var reader = SnapshotReader.Open(file);
            sight.VisitState(reader);
            return sight;
        }
        catch (Exception damage)
            when (damage is InvalidRunFolderException or IOException or UnauthorizedAccessException)
        {
            progress?.Report($"{damage.Message} Making it anew.");
            sight.Dispose();
            return null;
        }
    }

    /// <summary>Without the file the training goes on all the same.</summary>
    private static void TryWrite(string file, Sight sight, IProgress<ActivityReport>? progress)
    {
        if (sight.Views.numel() * sight.Views.element_size() > LargestFile)
        {
            return;
        }

        using var writer = new SnapshotWriter();
        sight.VisitState(writer);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            writer.WriteTo(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            progress?.Report($"{problem.Message} The next run looks at the images again.");
        }
    }
}
