using System.ComponentModel;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Datasets.Download;

/// <summary>A folder of downloaded files, each of them whole with the right hash, or absent.</summary>
/// <param name="folder">The folder; created when the first file arrives.</param>
/// <param name="progress">Told how far each download is, and of each damaged file.</param>
public sealed class DataCache(string folder, IProgress<ActivityReport>? progress = null)
{
    /// <summary>Environment variable with the folder of all cached data sets.</summary>
    public const string Variable = "INFOGANML_CACHE";

    /// <summary>The folder of all cached data sets, as <see cref="Variable"/> is set.</summary>
    public static string Folder => FolderFrom(Environment.GetEnvironmentVariable(Variable));

    /// <summary>The folder of all cached data sets.</summary>
    /// <param name="variable">Value of <see cref="Variable"/>; the user's local application data if null or blank.</param>
    public static string FolderFrom(string? variable)
    {
        if (!string.IsNullOrWhiteSpace(variable))
        {
            return Path.GetFullPath(variable);
        }

        var local = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify // a new user's folder need not exist yet
        );
        return Path.Combine(local, "InfoGanMl", "datasets");
    }

    /// <summary>Downloads the files that are absent or damaged, from the first source that has them.</summary>
    /// <exception cref="DatasetUnavailableException">No source delivered them all; the message says why for each.</exception>
    public async Task FillAsync(
        string dataset,
        IReadOnlyList<DataFile> files,
        IReadOnlyList<DataSource> sources,
        CancellationToken cancellation
    )
    {
        var failures = new List<SourceFailure>();
        var missing = await FindMissingAsync(files, failures, cancellation);
        foreach (var source in sources.TakeWhile(_ => missing.Count > 0))
        {
            var name = $"Downloading {dataset} from {source.Name} ...";
            progress?.Report(name); // at once, as a source may take its time before it sends anything
            var pace = new DownloadProgress(name, missing, progress);
            if (await TryFetchAsync(source, missing, pace, cancellation) is { } reason)
            {
                progress?.Report($"{source.Name}: {reason}");
                failures.Add(new(source.Name, reason));
            }
        }

        if (missing.Count > 0)
        {
            throw new DatasetUnavailableException(dataset, failures);
        }
    }

    private async Task<List<DataFile>> FindMissingAsync(
        IReadOnlyList<DataFile> files,
        List<SourceFailure> failures,
        CancellationToken cancellation
    )
    {
        var missing = new List<DataFile>();
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Name);
            if (!File.Exists(path))
            {
                missing.Add(file);
                failures.Add(new(path, "no such file"));
            }
            else if (await file.FindDamageAsync(path, cancellation) is { } damage)
            {
                missing.Add(file);
                failures.Add(new(path, damage));
                progress?.Report($"{path}: {damage}; downloading it again");
            }
        }

        return missing;
    }

    /// <summary>Takes what it stores off the list, and returns why it could not store all of it.</summary>
    private async Task<string?> TryFetchAsync(
        DataSource source,
        List<DataFile> missing,
        DownloadProgress pace,
        CancellationToken cancellation
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(source.TimeLimit);
        try
        {
            await source.FetchAsync([.. missing], KeepAsync, limit.Token);
            return null;
        }
        catch (Exception timeout) when (timeout is OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return limit.IsCancellationRequested ? $"not done within {source.TimeLimit}" : timeout.Message;
        }
        catch (Exception failure)
            when (failure
                    is IOException
                        or HttpRequestException
                        or InvalidDataException
                        or UnauthorizedAccessException
                        or Win32Exception // npm or apt is not installed
            )
        {
            return failure.Message;
        }

        async Task KeepAsync(DataFile file, Stream content)
        {
            await StoreAsync(file, content, pace, limit.Token);
            missing.Remove(file);
        }
    }

    /// <summary>Writes under another name first, so that a broken download never looks like a cached file.</summary>
    private async Task StoreAsync(DataFile file, Stream content, DownloadProgress pace, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        using var stored = AtomicFile.CreateShared(Path.Combine(folder, file.Name));
        await CopyAsync(content, stored.Content, file.Length + 1, pace, cancellation); // one byte more tells that it is too long
        stored.Close();
        if (await file.FindDamageAsync(stored.PartialPath, cancellation) is { } damage)
        {
            throw new InvalidDataException($"{file.Name}: {damage}");
        }

        stored.Complete();
    }

    private static async Task CopyAsync(
        Stream content,
        Stream stored,
        long most,
        DownloadProgress pace,
        CancellationToken cancellation
    )
    {
        var buffer = new byte[1 << 16];
        int read;
        do
        {
            read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most)), cancellation);
            await stored.WriteAsync(buffer.AsMemory(0, read), cancellation);
            most -= read;
            pace.Count(read);
        } while (read > 0);
    }
}
