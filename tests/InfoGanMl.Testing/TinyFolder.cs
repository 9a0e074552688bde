using InfoGanMl.Models;

namespace InfoGanMl.Testing;

/// <summary>
/// Whole model folders of a few kilobytes, from the exporter: for tests that damage one thousands of times, and for those of
/// models of other kinds than the pretrained ones. No test may change them.
/// </summary>
public static class TinyFolder
{
    /// <summary>The folder of <see cref="Model"/> in the repository.</summary>
    public static string FolderPath { get; } = PathOf("Tiny");

    /// <summary>8×8 pixels, 3 categories, and every kind of layer that the presets have, untrained.</summary>
    public static ModelFolder Model => ModelFolder.Open(FolderPath);

    /// <summary>Sprites of 64×64 pixels in color, from 3 categories, 5 other categories and a continuous code.</summary>
    public static ModelFolder Codes => ModelFolder.Open(PathOf("Tiny-codes"));

    /// <summary>Sprites of 32×32 pixels, from two continuous codes and no categorical one.</summary>
    public static ModelFolder Continuous => ModelFolder.Open(PathOf("Tiny-continuous"));

    /// <summary>Copies <see cref="Model"/>.</summary>
    public static ModelFolder CopyTo(string folder) => CopyTo(Model, folder);

    /// <summary>Copies one of them.</summary>
    public static ModelFolder CopyTo(ModelFolder model, string folder) => PretrainedModel.Copy(model, folder);

    private static string PathOf(string name) => Path.Combine(Repository.Root, "tests", "InfoGanMl.Testing", name);
}
