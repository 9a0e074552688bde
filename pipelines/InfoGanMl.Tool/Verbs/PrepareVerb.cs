using System.CommandLine;
using System.CommandLine.Parsing;
using InfoGanMl.CommandLine;
using InfoGanMl.CommandLine.Options;
using InfoGanMl.Preparation.Options;

namespace InfoGanMl.Tool.Verbs;

/// <summary>Pictures become IDX files.</summary>
internal sealed class PrepareVerb()
    : Verb(
        "prepare",
        "Makes a data set of pictures: IDX files as MNIST's, which trainings and evaluations read. Folders train and test "
            + "(or val, dev and the like) split it; hidden files are left out. What was made before is used again."
    )
{
    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options { get; } =
    [SharedOptions.Data, SharedOptions.Output, .. PictureOptions.All];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    ["--data=photos --size=64", "--data=list.csv --color=gray --resize=letterbox --max-broken=3 --output=data/letters"];

    /// <inheritdoc/>
    public override IEnumerable<string> FindMistakes(CommandResult given)
    {
        if (given.GetValue(SharedOptions.Data) is null)
        {
            yield return "There is no --data; expected a folder of pictures, a .csv file that lists some, or a .npz, .npy or .mat file of images.";
        }
    }

    /// <inheritdoc/>
    public override async Task RunAsync(ParseResult given, ProgramConsole console, CancellationToken stop)
    {
        var pictures = PictureSource.At(given.GetValue(SharedOptions.Data)!, given);
        var options = ImageSource.OptionsOf(pictures).Validated();
        var folder = Path.GetFullPath(given.GetValue(SharedOptions.Output) ?? pictures.DefaultOutput());
        console.WriteLine($"Data     {pictures.Path}");
        console.WriteLine(
            $"Images   {(options.Size is { } size ? $"{size}×{size}" : $"{PreparationOptions.PhotographSize} pixels of photographs in color, else {PreparationOptions.DrawingSize}")}, color: {Lower(options.Color)}, {Lower(options.Resize)}, at most {options.MaxBroken} broken"
        );
        var prepared = await console.ShowAsync(progress =>
            ImageSource.Prepare(pictures, options, folder, progress, stop)
        );
        console.WriteLine(
            $"{prepared.TrainPictures.Count:N0} images of {prepared.Image} to train on, {prepared.TestPictures.Count:N0} to test on."
        );
        console.WriteLine($"Pictures become images by: {prepared.Preparation}.");
        console.WriteLine($"{folder}");
    }

    private static string Lower(Enum choice) => $"{choice}".ToLowerInvariant(); // as it is given
}
