using System.CommandLine;
using System.CommandLine.Parsing;
using InfoGanMl.CommandLine;
using InfoGanMl.CommandLine.Options;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Download;

namespace InfoGanMl.Tool.Verbs;

/// <summary>A data set is brought here, or checked.</summary>
internal sealed class DataVerb()
    : Verb(
        "data",
        "Downloads and checks a data set, or checks your own images, pictures being prepared first. The last line is the "
            + $"folder of its IDX files, if it has any. Downloads are kept in the folder that {DataCache.Variable} names."
    )
{
    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options { get; } =
    [SharedOptions.Dataset, SharedOptions.Data, .. PictureOptions.All, SharedOptions.Output];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    ["--dataset=fashion-mnist", "--data=photos --size=64", "--data=runs/data/photos-1f3c22aa"];

    /// <inheritdoc/>
    public override IEnumerable<string> FindMistakes(CommandResult given)
    {
        if (given.Has(SharedOptions.Output) && !PictureSource.IsPictures(given.GetValue(SharedOptions.Data)))
        {
            yield return "--output is for pictures, of which files are made; expected --data to be a folder of them.";
        }

        if (given.Has(SharedOptions.Dataset) && given.Has(SharedOptions.Data))
        {
            yield return "--dataset is given with --data; expected one of them.";
        }

        foreach (var surplus in PictureOptions.FindSurplus(given))
        {
            yield return surplus;
        }
    }

    /// <inheritdoc/>
    public override async Task RunAsync(ParseResult given, ProgramConsole console, CancellationToken stop)
    {
        var own = await ImageSource.FindAsync(given, console, given.GetValue(SharedOptions.Output), like: null, stop);
        var known = KnownDatasets.Find(given.GetValue(SharedOptions.Dataset) ?? KnownDatasets.Mnist.Name);
        var images = await console.ShowAsync(progress => KnownDatasets.OpenAsync(known.Name, own, progress, stop));
        console.WriteLine(
            $"{images.Train.Count:N0} images of {images.Train.Format} to train on, {images.Test.Count:N0} to test on."
        );
        if ((own ?? CacheOf(known)) is { } folder) // sprites are drawn, and CIFAR-10 has files of another kind
        {
            console.WriteLine($"{folder}");
        }
    }

    private static string? CacheOf(KnownDataset known) =>
        known is IdxDataset ? Path.Combine(DataCache.Folder, known.Name) : null;
}
