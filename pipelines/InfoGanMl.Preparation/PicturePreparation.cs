using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Models.Errors;
using InfoGanMl.Preparation.Decoding;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Output;
using InfoGanMl.Preparation.Sources;
using static System.FormattableString;

namespace InfoGanMl.Preparation;

/// <summary>Makes a data set, a folder of IDX files, of pictures in a folder or a list.</summary>
/// <param name="options">What becomes of the pictures.</param>
/// <param name="clock">The time between two reports of how far it is.</param>
/// <param name="progress">Told what was found, how far decoding is, and what was left out.</param>
public sealed class PicturePreparation(
    PreparationOptions options,
    TimeProvider clock,
    IProgress<ActivityReport>? progress = null
)
{
    /// <summary>Prepares pictures, or finds that it has been done before and nothing has changed since.</summary>
    /// <param name="data">
    /// Folder of pictures, whose folders are their classes, or a .csv file with columns path, label and split.
    /// </param>
    /// <param name="output">Folder for the IDX files: new, empty, or one that was made here before.</param>
    /// <param name="cancellation">Stops; what was there before stays.</param>
    /// <exception cref="InfoGanException">
    /// The options, the pictures or the folder cannot be used, or more pictures are broken than may be; nothing is written.
    /// </exception>
    /// <exception cref="IOException">The disk is full or broken; nothing is left behind.</exception>
    public PreparedPictures Run(string data, string output, CancellationToken cancellation)
    {
        options.Validated();
        var list = PictureSearch.Find(data, options, cancellation);
        var classes = list.Classes.Count > 0 ? $"{list.Classes.Count} classes" : "no classes";
        progress?.Report(Invariant($"Found {list.Pictures.Count:N0} pictures, {classes}, in {list.Root}."));
        foreach (var note in list.Notes)
        {
            progress?.Report(note);
        }

        CheckMemory(list);

        using var folder = OutputFolder.Take(output);
        var fingerprint = list.Fingerprint();
        var prepared =
            Reuse(folder, fingerprint) ?? Make(folder, list, Path.GetFullPath(data), fingerprint, cancellation);
        if (prepared.Skipped.Count > 0)
        {
            progress?.Report(
                $"Left out as broken: {prepared.Skipped.Count}, all listed in {PreparedFolder.ManifestName}:"
                    + LeftOut.Describe(prepared.Skipped)
            );
        }

        return prepared;
    }

    /// <summary>Images are trained from one array.</summary>
    private void CheckMemory(PictureList list)
    {
        var format = options.LargestFormat;
        var most = list.LargestPart;
        if ((long)most * format.Size > Array.MaxLength)
        {
            throw new PreparationException(
                Invariant($"{most:N0} pictures, {(long)most * format.Size:N0} bytes at {format}"),
                Invariant($"at most {Array.MaxLength / format.Size:N0}, as a training has all in memory"),
                "Choose a smaller size or gray images, or leave pictures out."
            );
        }
    }

    private PreparedPictures? Reuse(OutputFolder folder, string fingerprint)
    {
        if (!File.Exists(Path.Combine(folder.FolderPath, PreparedFolder.ManifestName)))
        {
            return null;
        }

        var prepared = PreparedFolder.TryRead(folder.FolderPath, out var reason);
        reason =
            prepared is null ? reason
            : prepared.Fingerprint != fingerprint ? "pictures have changed"
            : !prepared.Options.AgreeWith(options) ? "the options have changed"
            : prepared.Skipped.Count > options.MaxBroken ? "more broken pictures were left out than may be now"
            : "";
        progress?.Report(
            reason == ""
                ? $"Nothing has changed: {folder.FolderPath} is used again."
                : $"{folder.FolderPath} is made anew: {reason}."
        );
        return reason == "" ? prepared : null;
    }

    private PreparedPictures Make(
        OutputFolder folder,
        PictureList list,
        string source,
        string fingerprint,
        CancellationToken cancellation
    )
    {
        Directory.CreateDirectory(folder.Partial);
        var written = WriteImages(folder.Partial, list, cancellation);
        if (list.Classes.Count > 0)
        {
            ClassNamesFile.Write(folder.Partial, list.Classes);
        }

        var prepared = PreparedFolder.Describe(
            folder.Partial,
            new()
            {
                Source = source,
                Fingerprint = fingerprint,
                Options = options,
                Image = written.Images.Image,
                Preparation = written.Images.Preparation,
                Root = list.Root,
                TrainPictures = written.Train,
                TestPictures = written.Test,
                Classes = list.Classes,
                Skipped = written.Skipped,
                Files = new Dictionary<string, string>(),
            }
        );
        cancellation.ThrowIfCancellationRequested();
        folder.Swap();
        return prepared;
    }

    private WrittenImages WriteImages(string partial, PictureList list, CancellationToken cancellation)
    {
        var sized = new SizeChoice(list, options, clock).Make(cancellation);
        using var files = new ImageFiles(partial, list, sized, line => progress?.Report(line)); // leaves the images alone
        return files.Write(() => new(list.Pictures.Count, clock, progress), cancellation);
    }
}
