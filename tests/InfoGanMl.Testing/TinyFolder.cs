using InfoGanMl.Models.Folder;

namespace InfoGanMl.Testing;

/// <summary>
/// A whole model folder of a few kilobytes, for tests that damage one thousands of times: 8×8 pixels, 3 categories, and every
/// kind of layer that the presets have. It comes from the exporter, on untrained networks.
/// </summary>
public static class TinyFolder
{
    /// <summary>The folder in the repository, which no test may change.</summary>
    public static string FolderPath { get; } = Path.Combine(Repository.Root, "tests", "InfoGanMl.Testing", "Tiny");

    /// <summary>The model.</summary>
    public static ModelFolder Model => ModelFolder.Open(FolderPath);

    /// <summary>Copies it.</summary>
    public static ModelFolder CopyTo(string folder) => PretrainedModel.Copy(Model, folder);
}
