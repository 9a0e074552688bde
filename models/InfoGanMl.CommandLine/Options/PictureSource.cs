using System.CommandLine;
using System.Security.Cryptography;
using System.Text;

namespace InfoGanMl.CommandLine.Options;

/// <summary>Pictures of the user's, and what shall become of them; null leaves that to whoever prepares them.</summary>
/// <param name="Path">Full path of a folder, or of a .csv file.</param>
/// <param name="Size">Side of the images in pixels.</param>
/// <param name="Color">auto, gray or rgb.</param>
/// <param name="Resize">crop, fit or letterbox.</param>
/// <param name="MaxBroken">How many broken ones are left out.</param>
public sealed record PictureSource(string Path, int? Size, string? Color, string? Resize, int? MaxBroken)
{
    /// <summary>Where the images go unless told otherwise: the same pictures and options give the same folder.</summary>
    public string DefaultOutput
    {
        get
        {
            // Not how many may be broken: it changes nothing in what is made.
            var made = Encoding.UTF8.GetBytes(string.Join('\n', Path, Size, Color, Resize));
            var hash = Convert.ToHexStringLower(SHA256.HashData(made))[..8];
            return RunsFolder.Of($"data/{System.IO.Path.GetFileNameWithoutExtension(Path)}-{hash}");
        }
    }

    /// <summary>Whether these are pictures, or a list of some, rather than IDX files.</summary>
    public static bool IsPictures(string? data) =>
        data is not null
        && (
            data.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            || (Directory.Exists(data) && !Directory.EnumerateFiles(data, "*idx?-ubyte*").Any())
        );

    /// <summary>The pictures of a call; null where it names none.</summary>
    public static PictureSource? Of(ParseResult given) =>
        given.GetValue(SharedOptions.Data) is { } data && IsPictures(data) ? At(data, given) : null;

    /// <summary>The pictures at a path, as a call wants them.</summary>
    public static PictureSource At(string data, ParseResult given) =>
        new(
            System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(data)),
            given.GetValue(PictureOptions.Size),
            given.GetValue(PictureOptions.Color),
            given.GetValue(PictureOptions.Resize),
            given.GetValue(PictureOptions.MaxBroken)
        );
}
