using System.IO.Compression;

namespace InfoGanMl.Datasets.Download;

/// <summary>
/// A Debian package that holds each file as <c>{name}.gz</c>, downloaded with apt from wherever it is set to. Nothing is
/// installed, and no root is needed.
/// </summary>
/// <param name="package">Name of the package.</param>
/// <param name="folder">Folder of the files inside the package, ending in a slash.</param>
/// <param name="command">The apt client, a name on the path or a file.</param>
public sealed class DebianPackage(string package, string folder, string command)
    : DataSource($"Debian package {package}")
{
    /// <summary>The apt client's name.</summary>
    public const string DefaultCommand = "apt-get";

    /// <inheritdoc/>
    public override async Task FetchAsync(
        IReadOnlyList<DataFile> files,
        Func<DataFile, Stream, Task> store,
        CancellationToken cancellation
    )
    {
        var scratch = Directory.CreateTempSubdirectory("infoganml-");
        try
        {
            await DownloadAsync(scratch, cancellation);
            if (scratch.GetFiles("*.deb") is not [var archive])
            {
                throw new FileNotFoundException("apt-get download left no package");
            }

            var unpacked = scratch.CreateSubdirectory("unpacked");
            await ExternalProgram.RunAsync(
                "dpkg-deb",
                ["--extract", archive.FullName, unpacked.FullName],
                scratch.FullName,
                cancellation
            );
            foreach (var file in files)
            {
                var path = Path.Combine(unpacked.FullName, folder, file.Name + ".gz");
                if (!File.Exists(path))
                {
                    throw new FileNotFoundException($"the package has no {folder}{file.Name}.gz");
                }

                await using var packed = File.OpenRead(path);
                await using var content = new GZipStream(packed, CompressionMode.Decompress);
                await store(file, content);
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    /// <summary>Leaves the package's .deb in the folder.</summary>
    private async Task DownloadAsync(DirectoryInfo scratch, CancellationToken cancellation)
    {
        try
        {
            await AptAsync("download", package);
        }
        catch (IOException)
        {
            // The system's package lists are missing, as in a new container, or old, and only root may renew them.
            string[] ownLists =
            [
                "--option=Dir::State::lists=" + scratch.CreateSubdirectory("lists").FullName,
                "--option=Dir::Cache=" + scratch.FullName,
                "--option=APT::Sandbox::User=root", // apt's own user, to whom root would change, can't enter the folder
            ];
            await AptAsync(["update", .. ownLists]);
            await AptAsync(["download", package, .. ownLists]);
        }

        Task AptAsync(params string[] arguments) =>
            ExternalProgram.RunAsync(command, arguments, scratch.FullName, cancellation);
    }
}
