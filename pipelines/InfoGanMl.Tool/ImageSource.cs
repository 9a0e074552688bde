using System.CommandLine;
using InfoGanMl.CommandLine;
using InfoGanMl.CommandLine.Options;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Models.Errors;
using InfoGanMl.Preparation;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Output;

namespace InfoGanMl.Tool;

/// <summary>Makes IDX files of the user's pictures, where a call names some.</summary>
internal static class ImageSource
{
    /// <summary>The folder of IDX files that <c>--data</c> stands for; null when it is left out.</summary>
    /// <param name="given">The call.</param>
    /// <param name="console">Told how far it is.</param>
    /// <param name="output">Where the files go; null for a folder of their own.</param>
    /// <param name="like">The model that is to read the images; null for a data set of its own.</param>
    /// <param name="stop">Stops.</param>
    /// <exception cref="InfoGanException">No data set can be made of the pictures, or the call contradicts the model.</exception>
    public static async Task<string?> FindAsync(
        ParseResult given,
        ProgramConsole console,
        string? output,
        ModelImages? like,
        CancellationToken stop
    )
    {
        if (PictureSource.Of(given) is not { } pictures)
        {
            return given.GetValue(SharedOptions.Data) is { } data ? Path.GetFullPath(data) : null;
        }

        var options = OptionsOf(pictures) with { Like = like };
        LikeModel.RequireNoContradiction(pictures, like);
        var folder = Path.GetFullPath(output ?? pictures.DefaultOutput(like));
        await console.ShowAsync(progress => Prepare(pictures, options, folder, progress, stop));
        return folder;
    }

    /// <summary>Makes them, unless that was done before.</summary>
    /// <exception cref="InfoGanException">No data set can be made of the pictures.</exception>
    public static PreparedPictures Prepare(
        PictureSource pictures,
        PreparationOptions options,
        string folder,
        IProgress<ActivityReport> progress,
        CancellationToken stop
    ) => new PicturePreparation(options, TimeProvider.System, progress).Run(pictures.Path, folder, stop);

    /// <summary>What the library takes; its defaults where the call says nothing.</summary>
    public static PreparationOptions OptionsOf(PictureSource pictures)
    {
        var defaults = new PreparationOptions();
        return new()
        {
            Size = pictures.Size,
            Color = pictures.Color is { } color ? Enum.Parse<ColorChoice>(color, ignoreCase: true) : defaults.Color,
            Resize = pictures.Resize ?? defaults.Resize,
            Background = pictures.Background ?? defaults.Background,
            Invert = pictures.Invert ?? defaults.Invert,
            Stretch = pictures.Stretch ?? defaults.Stretch,
            FollowLinks = pictures.FollowLinks,
            LabelColumn = pictures.Label,
            MaxBroken = pictures.MaxBroken ?? defaults.MaxBroken,
        };
    }
}
