using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Models.Errors;
using InfoGanMl.Recipes;

namespace InfoGanMl.Training;

/// <summary>Finds the images that options are trained on.</summary>
public static class TrainingData
{
    /// <summary>Reads a folder of the user's, or else the data set that the options are meant for.</summary>
    /// <param name="options">The options.</param>
    /// <param name="data">Folder with files such as MNIST's; null to download the data set.</param>
    /// <param name="progress">Receives a line for each download, and one that says where the files are.</param>
    /// <param name="cancellation">Stops downloading and reading.</param>
    /// <exception cref="InvalidOptionsException">There is neither.</exception>
    /// <exception cref="InfoGanException">Files are missing or damaged, or no source delivered them.</exception>
    public static Task<ImageDataset> OpenAsync(
        TrainingOptions options,
        string? data,
        IProgress<ActivityReport>? progress = null,
        CancellationToken cancellation = default
    ) =>
        data is not null ? IdxFolder.OpenAsync(data, progress, cancellation)
        : options.Dataset is { } name ? KnownDatasets.Find(name).OpenAsync(progress, cancellation)
        : throw new InvalidOptionsException([
            $"there is no data, and none that could be downloaded for preset {options.Preset}; expected a folder "
                + $"with images of {options.Image}.",
        ]);
}
