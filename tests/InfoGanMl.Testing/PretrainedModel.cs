using InfoGanMl.Models;

namespace InfoGanMl.Testing;

/// <summary>The model folders that come with the repository, for tests that need a good model and no training.</summary>
public static class PretrainedModel
{
    /// <summary>Digits; tests that change it work on a <see cref="CopyTo">copy</see>.</summary>
    public static ModelFolder Mnist => Of("mnist");

    /// <summary>The model of a preset.</summary>
    public static ModelFolder Of(string preset) =>
        ModelFolder.Open(Path.Combine(Repository.Root, "models", "pretrained", preset));

    /// <summary>Copies the model of the digits.</summary>
    public static ModelFolder CopyTo(string folder) => Copy(Mnist, folder);

    internal static ModelFolder Copy(ModelFolder model, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(model.FolderPath))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return ModelFolder.Open(folder);
    }
}
