using System.CommandLine;
using InfoGanMl.CommandLine;
using InfoGanMl.CommandLine.Options;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Output;

namespace InfoGanMl.Tool;

/// <summary>Makes IDX files of the user's pictures, where a call names some.</summary>
internal static class ImageSource
{
    /// <summary>The folder of IDX files that <c>--data</c> stands for; null when it is left out.</summary>
    /// <exception cref="InfoGanException">No data set can be made of the pictures.</exception>
    public static async Task<string?> FindAsync(
        ParseResult given,
        ProgramConsole console,
        string? output,
        CancellationToken stop
    )
    {
        if (PictureSource.Of(given) is not { } pictures)
        {
            return given.GetValue(SharedOptions.Data) is { } data ? Path.GetFullPath(data) : null;
        }

        var folder = Path.GetFullPath(output ?? pictures.DefaultOutput);
        await console.ShowAsync(progress => Prepare(pictures, folder, progress, stop));
        return folder;
    }

    /// <summary>Makes them, unless that was done before.</summary>
    /// <exception cref="InfoGanException">No data set can be made of the pictures.</exception>
    public static PreparedPictures Prepare(
        PictureSource pictures,
        string folder,
        IProgress<ActivityReport> progress,
        CancellationToken stop
    ) => new PicturePreparation(OptionsOf(pictures), TimeProvider.System, progress).Run(pictures.Path, folder, stop);

    /// <summary>What the library takes; its defaults where the call says nothing.</summary>
    public static PreparationOptions OptionsOf(PictureSource pictures)
    {
        var defaults = new PreparationOptions();
        return new()
        {
            Size = pictures.Size ?? defaults.Size,
            Color = pictures.Color is { } color ? Enum.Parse<ColorChoice>(color, ignoreCase: true) : defaults.Color,
            Resize = pictures.Resize is { } rule ? Enum.Parse<ResizeRule>(rule, ignoreCase: true) : defaults.Resize,
            MaxBroken = pictures.MaxBroken ?? defaults.MaxBroken,
        };
    }
}
