using InfoGanMl.Datasets.Activities;

namespace InfoGanMl.Datasets.Download;

/// <summary>Says how much of what a source shall deliver has arrived.</summary>
/// <param name="name">What is being done.</param>
/// <param name="files">The files that it shall deliver.</param>
/// <param name="progress">Receives it.</param>
internal sealed class DownloadProgress(string name, IEnumerable<DataFile> files, IProgress<ActivityReport>? progress)
{
    private readonly long _total = files.Sum(file => file.Length);
    private long _arrived;

    /// <summary>Counts bytes of files, unpacked.</summary>
    public void Count(int bytes)
    {
        _arrived += bytes;
        progress?.Report(ActivityReport.Of(name, Math.Min(_arrived, _total), _total));
    }
}
