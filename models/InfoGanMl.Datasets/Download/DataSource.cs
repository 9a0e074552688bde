namespace InfoGanMl.Datasets.Download;

/// <summary>A place that the files of a data set can be downloaded from.</summary>
/// <param name="name">Its address or package, for messages.</param>
public abstract class DataSource(string name)
{
    /// <summary>Its address or package, for messages.</summary>
    public string Name { get; } = name;

    /// <summary>After this long the source is given up.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Hands each file, unpacked but not checked yet, to <paramref name="store"/>.</summary>
    /// <exception cref="IOException">A file is not there; network, process and archive errors come as they are.</exception>
    public abstract Task FetchAsync(
        IReadOnlyList<DataFile> files,
        Func<DataFile, Stream, Task> store,
        CancellationToken cancellation
    );
}
