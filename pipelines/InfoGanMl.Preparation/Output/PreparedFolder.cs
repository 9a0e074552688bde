using System.Security.Cryptography;
using System.Text.Json;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Idx;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Preparation.Output;

/// <summary>The files of a prepared folder, and whether they are still what was written.</summary>
internal static class PreparedFolder
{
    /// <summary>Name of the file that describes the others.</summary>
    public const string ManifestName = PreparedRecord.FileName;

    /// <summary>Names of the images to train on and to test on, as MNIST's files have them.</summary>
    public const string Train = "train";
    public const string Test = "t10k";

    /// <summary>Every file that a prepared folder may hold.</summary>
    public static IReadOnlyList<string> AllNames { get; } =
    [
        .. from part in (string[])[Train, Test]
        from name in (string[])
            [
                IdxWriter.ImagesName(part, new(1, 1, 1)),
                IdxWriter.ImagesName(part, new(3, 1, 1)),
                IdxWriter.LabelsName(part, areWide: false),
                IdxWriter.LabelsName(part, areWide: true),
            ]
        select name,
        ClassNamesFile.Name,
        ManifestName,
    ];

    /// <summary>Writes the description of a folder whose other files are there.</summary>
    /// <returns>It, with their hashes.</returns>
    public static PreparedPictures Describe(string folder, PreparedPictures prepared)
    {
        var names = AllNames.Where(name => name != ManifestName && File.Exists(Path.Combine(folder, name)));
        var complete = prepared with { Files = names.ToDictionary(name => name, name => Hash(folder, name)) };
        using var file = File.Create(Path.Combine(folder, ManifestName));
        JsonSerializer.Serialize(file, complete, InfoGanJson.Options);
        file.Flush(flushToDisk: true);
        return complete;
    }

    /// <summary>Reads the description of a folder; null, with the reason, if it or another file is not what was written.</summary>
    public static PreparedPictures? TryRead(string folder, out string reason)
    {
        try
        {
            var prepared = Read(Path.Combine(folder, ManifestName));
            string[] needed = [IdxWriter.ImagesName(Train, prepared.Image), IdxWriter.ImagesName(Test, prepared.Image)];
            var damaged = needed
                .Union(prepared.Files.Keys)
                .Intersect(AllNames)
                .FirstOrDefault(name =>
                    !File.Exists(Path.Combine(folder, name))
                    || prepared.Files.GetValueOrDefault(name) != Hash(folder, name)
                );
            reason = damaged is null ? "" : $"{damaged} is missing or damaged";
            return damaged is null ? prepared : null;
        }
        catch (Exception damage) when (damage is InvalidFileException or IOException or UnauthorizedAccessException)
        {
            reason = damage is InvalidFileException file ? $"{ManifestName} holds {file.Found}" : damage.Message;
            return null;
        }
    }

    private static PreparedPictures Read(string path)
    {
        return StrictJson.Read<PreparedPictures>(
            path,
            "what a preparation writes",
            Refuse,
            json => StrictJson.CheckFormatVersion(json, PreparedPictures.CurrentFormatVersion, Refuse),
            PreparedRecord.MostBytes
        );

        InvalidManifestException Refuse(string found, string expected, Exception? inner) =>
            new(path, found, expected, inner);
    }

    private static string Hash(string folder, string name)
    {
        using var file = File.OpenRead(Path.Combine(folder, name));
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Nobody sees it: what is damaged is made anew.</summary>
    private sealed class InvalidManifestException(string path, string found, string expected, Exception? inner)
        : InvalidFileException($"{path}: found {found}; expected {expected}.", path, found, expected, inner);
}
