namespace InfoGanMl.Datasets.Download;

/// <summary>A <c>.tar.gz</c> archive on the web that holds the files unpacked.</summary>
/// <param name="client">Client to download with; see <see cref="HttpMirror.CreateClient"/>.</param>
/// <param name="address">Address of the archive.</param>
/// <param name="folder">Folder of the files inside the archive, ending in a slash.</param>
public sealed class HttpArchive(HttpClient client, Uri address, string folder) : DataSource(address.ToString())
{
    /// <inheritdoc/>
    public override async Task FetchAsync(
        IReadOnlyList<DataFile> files,
        Func<DataFile, Stream, Task> store,
        CancellationToken cancellation
    )
    {
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        await using var packed = await response.Content.ReadAsStreamAsync(cancellation);
        await TarArchive.UnpackAsync(packed, folder, files, store, cancellation);
    }
}
