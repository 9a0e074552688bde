using System.Text.Json;
using InfoGanMl.Models.Errors;

namespace InfoGanMl.Tool;

/// <summary>The folder that a training left behind, as far as an evaluation needs it.</summary>
/// <param name="Folder">Full path.</param>
/// <param name="Data">Folder of the user's own images that it learned from; null for a data set that is had by name.</param>
internal sealed record TrainedRun(string Folder, string? Data)
{
    /// <summary>Where its model is.</summary>
    public string Model => Path.Combine(Folder, "model");

    /// <summary>Reads what the training wrote down about itself.</summary>
    /// <exception cref="InvalidRunException">It is missing or damaged.</exception>
    public static TrainedRun Open(string path)
    {
        var file = Path.Combine(Path.GetFullPath(path), "conditions.json");
        try
        {
            using var conditions = JsonDocument.Parse(File.ReadAllText(file));
            return new(Path.GetDirectoryName(file)!, conditions.RootElement.GetProperty("data").GetString());
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidRunException(file, "no such file", missing);
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidRunException(file, damage.Message, damage);
        }
    }
}

/// <summary>A folder that no training left behind.</summary>
internal sealed class InvalidRunException(string path, string found, Exception inner)
    : InfoGanException(
        $"{path}: found {found}; expected what a training writes there, as in runs/mnist-seed-1.",
        inner
    );
