using System.Text.Json;
using System.Text.Json.Nodes;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Images;

namespace InfoGanMl.Recipes;

/// <summary>A preset of the user's: a JSON file that says what differs from a preset it is based on.</summary>
/// <remarks>
/// Its members are those of the <c>options.json</c> that every run saves, all optional beside <c>base</c>: an object changes the
/// members it has, anything else takes the place of what was there. A file without <c>base</c> says everything, as options.json
/// does. The schema is <c>models/preset.schema.json</c> (<see cref="PresetSchema"/>).
/// </remarks>
public static class PresetFile
{
    internal const string Base = "base";
    internal const string Schema = "$schema";

    /// <summary>Whether a preset's name is the path of such a file.</summary>
    public static bool IsPath(string name) => name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads one. Not yet checked: <see cref="TrainingOptions.FindMistakes"/> says what cannot be trained.</summary>
    /// <exception cref="InvalidPresetException">It is missing, or no preset.</exception>
    /// <exception cref="InvalidOptionsException">There is no preset that it is based on.</exception>
    public static TrainingOptions Read(string path)
    {
        var given = StrictJson.Read<JsonObject>(path, "a preset in JSON", Refuse);
        try
        {
            given.Remove(Schema); // for editors
            given.TryAdd("preset", Path.GetFileNameWithoutExtension(path));
            var all = given.Remove(Base, out var name) ? Complete((string?)name, given) : given;
            return all.Deserialize<TrainingOptions>(InfoGanJson.Options)!;
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw Refuse(damage.Message, "members of options.json, each of its kind", damage);
        }

        InvalidPresetException Refuse(string found, string expected, Exception? cause) =>
            new(path, found, expected, cause);
    }

    /// <summary>The preset that is the base, in the image format that is given, with all that is given put over it.</summary>
    private static JsonObject Complete(string? name, JsonObject given)
    {
        // One file on top of another could go round in circles.
        var options = IsPath(name ?? "") ? throw new JsonException("The base is a file.") : Presets.Find(name ?? "");
        if (given["image"] is JsonObject image)
        {
            var format = ToObject(options.Image);
            PutOver(format, image);
            options = options.AdaptedTo(format.Deserialize<ImageFormat>(InfoGanJson.Options)!);
        }

        var all = ToObject(options);
        PutOver(all, given);
        return all;
    }

    private static JsonObject ToObject<T>(T value) =>
        JsonSerializer.SerializeToNode(value, InfoGanJson.Options)!.AsObject();

    private static void PutOver(JsonObject below, JsonObject above)
    {
        foreach (var (name, value) in above)
        {
            if (value is JsonObject members && below[name] is JsonObject old)
            {
                PutOver(old, members);
            }
            else
            {
                below[name] = value?.DeepClone();
            }
        }
    }
}

/// <summary>A file that is no preset.</summary>
public sealed class InvalidPresetException(string path, string found, string expected, Exception? innerException)
    : InvalidFileException(
        $"{path} is no preset: found {found}; expected {expected}. The schema is models/preset.schema.json.",
        path,
        found,
        expected,
        innerException
    );
