using System.Text.Json;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Datasets;

/// <summary>How pictures became the images of a folder, as whoever made them wrote it down.</summary>
public static class RecordedPreparation
{
    /// <summary>Name of the file beside the images.</summary>
    public const string FileName = "prepared.json";

    private const long MostBytes = 256L << 20; // it lists pictures, too
    private const string Member = "preparation";

    /// <summary>Reads it; null where the images come from elsewhere.</summary>
    /// <exception cref="InvalidPreparationException">It is damaged, or older than this program.</exception>
    public static ImagePreparation? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var file = BoundedFile.Open(
                path,
                MostBytes,
                (f, e, i) => new InvalidPreparationException(path, f, e, i)
            );
            using var json = JsonDocument.Parse(file);
            return json.RootElement.GetProperty(Member).Deserialize<ImagePreparation>(InfoGanJson.Options);
        }
        catch (Exception damage) when (damage is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidPreparationException(path, damage.Message, $"an object with a member {Member}", damage);
        }
    }
}

/// <summary>A folder of images that were made of pictures, and do not say how.</summary>
public sealed class InvalidPreparationException(string path, string found, string expected, Exception? inner)
    : InvalidFileException(
        $"{path}: found {found}; expected {expected}. Prepare the pictures again.",
        path,
        found,
        expected,
        inner
    );
