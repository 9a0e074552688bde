using System.IO.Compression;

namespace InfoGanMl.Datasets.Download;

/// <summary>A web folder that holds each file as <c>{name}.gz</c>.</summary>
/// <param name="client">Client to download with; see <see cref="CreateClient"/>.</param>
/// <param name="folder">Address of the folder, ending in a slash.</param>
public sealed class HttpMirror(HttpClient client, Uri folder) : DataSource(folder.ToString())
{
    /// <summary>A client that gives up after 10 s without a connection and after 30 s without an answer.</summary>
    public static HttpClient CreateClient()
    {
        var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(10) };
        return new(handler) { Timeout = TimeSpan.FromSeconds(30) }; // up to the headers; TimeLimit covers the rest
    }

    /// <inheritdoc/>
    public override async Task FetchAsync(
        IReadOnlyList<DataFile> files,
        Func<DataFile, Stream, Task> store,
        CancellationToken cancellation
    )
    {
        foreach (var file in files)
        {
            var address = new Uri(folder, file.Name + ".gz");
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            response.EnsureSuccessStatusCode();
            await using var packed = await response.Content.ReadAsStreamAsync(cancellation);
            await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
            await store(file, unpacked);
        }
    }
}
