namespace InfoGanMl.Training.Tests;

/// <summary>An empty folder that is deleted again.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infoganml-");

    public string Combine(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);

    public void Dispose() => _folder.Delete(recursive: true);
}
