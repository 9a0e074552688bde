using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using InfoGanMl.Datasets.Idx;
using InfoGanMl.Models.Images;

namespace InfoGanMl.CommandLine.Options;

/// <summary>Pictures of the user's, and what shall become of them; null leaves that to whoever prepares them.</summary>
/// <param name="Path">Full path of a folder, or of a .csv file.</param>
public sealed record PictureSource(string Path)
{
    /// <summary>Side of the images in pixels.</summary>
    public int? Size { get; init; }

    /// <summary>gray or rgb.</summary>
    public string? Color { get; init; }

    /// <summary>How they become squares.</summary>
    public ResizeRule? Resize { get; init; }

    /// <summary>What bars and transparent parts become.</summary>
    public Background? Background { get; init; }

    /// <summary>Whether light and dark are exchanged.</summary>
    public Inversion? Invert { get; init; }

    /// <summary>Whether the values of 16-bit pictures are stretched where that is called for.</summary>
    public bool? Stretch { get; init; }

    /// <summary>Whether links are followed.</summary>
    public bool FollowLinks { get; init; }

    /// <summary>Lists and tables: the column that names the class.</summary>
    public string? Label { get; init; }

    /// <summary>How many broken ones are left out.</summary>
    public int? MaxBroken { get; init; }

    /// <summary>Where the images go unless told otherwise: the same pictures and options give the same folder.</summary>
    /// <param name="like">Whatever else decides what becomes of them.</param>
    public string DefaultOutput(object? like = null)
    {
        // Not how many may be broken: it changes nothing in what is made.
        var made = $"{this with { MaxBroken = null }} {like}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made)))[..8];
        return RunsFolder.Of($"data/{System.IO.Path.GetFileNameWithoutExtension(Path)}-{hash}");
    }

    /// <summary>Whether these are pictures, a list of some, or a file of many, rather than IDX files.</summary>
    public static bool IsPictures(string? data) =>
        data is not null
        && (
            System.IO.Path.GetExtension(data).ToLowerInvariant() is ".csv" or ".npz" or ".npy" or ".mat"
            || (Directory.Exists(data) && !IdxNames.AnyIn(data))
        );

    /// <summary>The pictures of a call; null where it names none.</summary>
    public static PictureSource? Of(ParseResult given) =>
        given.GetValue(SharedOptions.Data) is { } data && IsPictures(data) ? At(data, given) : null;

    /// <summary>The pictures at a path, as a call wants them.</summary>
    public static PictureSource At(string data, ParseResult given) =>
        new(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(data)))
        {
            Size = given.GetValue(PictureOptions.Size),
            Color = Chosen(given.GetValue(PictureOptions.Color)),
            Resize = given.GetValue(PictureOptions.Resize),
            Background = Chosen(given.GetValue(PictureOptions.Background)) is { } background
                ? Enum.Parse<Background>(background, ignoreCase: true)
                : null,
            Invert = given.GetValue(PictureOptions.Invert),
            Stretch = Chosen(given.GetValue(PictureOptions.Stretch)) is null ? null : false,
            FollowLinks = given.GetValue(PictureOptions.FollowLinks),
            Label = given.GetValue(PictureOptions.Label),
            MaxBroken = given.GetValue(PictureOptions.MaxBroken),
        };

    private static string? Chosen(string? word) => word == PictureOptions.Auto ? null : word;
}
