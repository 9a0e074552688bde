using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets;

/// <summary>A data set that is had by its name.</summary>
/// <param name="Name">As options and command lines give it.</param>
/// <param name="Title">As messages and model cards state it.</param>
public abstract record KnownDataset(string Name, string Title)
{
    /// <summary>Size of its images.</summary>
    public abstract ImageFormat Format { get; }

    /// <summary>Reads it, or downloads or draws it first.</summary>
    /// <param name="progress">Receives a line for each thing that takes time.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="DatasetUnavailableException">No source delivered it.</exception>
    public abstract Task<ImageDataset> OpenAsync(
        IProgress<ActivityReport>? progress = null,
        CancellationToken cancellation = default
    );
}
