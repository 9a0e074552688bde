using System.CommandLine;
using System.Globalization;
using InfoGanMl.Datasets;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation;

var data = new Option<string>("--data")
{
    Description =
        "Folder of PNG, JPEG or BMP pictures, sorted into folders by class or not, with folders train and test or without; or a "
        + ".csv file with a header and the columns path, from its own folder on, and, if there are, label and split (train or "
        + "test). Links are not followed, hidden files are left out.",
    Required = true,
};
var output = new Option<string>("--output")
{
    Description = "Folder for the IDX files; one that was made before is used again where nothing has changed.",
    Required = true,
};
var defaults = new PreparationOptions();
var size = new Option<int>("--size")
{
    Description = $"Height and width of the images: {string.Join(", ", PreparationOptions.Sizes)}.",
    DefaultValueFactory = _ => defaults.Size,
};
var color = new Option<string>("--color")
{
    Description = "auto (RGB when any picture has color), gray, rgb.",
    DefaultValueFactory = _ => "auto",
};
color.AcceptOnlyFromAmong("auto", "gray", "rgb");
var resize = new Option<string>("--resize")
{
    Description =
        "crop (the largest square in the middle), fit (the whole picture, stretched), letterbox (the whole picture, black bars).",
    DefaultValueFactory = _ => "crop",
};
resize.AcceptOnlyFromAmong("crop", "fit", "letterbox");
var maxBroken = new Option<int>("--max-broken")
{
    Description = "How many broken pictures may be left out; they are listed. More are an error.",
    DefaultValueFactory = _ => defaults.MaxBroken,
};

var command = new RootCommand(
    "Makes a data set of pictures: IDX files, as MNIST's, that trainings and evaluations read."
)
{
    data,
    output,
    size,
    color,
    resize,
    maxBroken,
};
command.SetAction((parsed, stop) => Task.FromResult(Prepare(parsed, stop)));

var parsed = command.Parse(args);

// Ctrl+C lets what is not whole be deleted; the default would kill the process after two seconds, perhaps before that.
var configuration = new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
};
var exitCode = await parsed.InvokeAsync(configuration);
return parsed.Errors.Count > 0 ? 2 : exitCode;

int Prepare(ParseResult arguments, CancellationToken stop)
{
    try
    {
        var options = new PreparationOptions
        {
            Size = arguments.GetValue(size),
            Color = Enum.Parse<ColorChoice>(arguments.GetValue(color)!, ignoreCase: true),
            Resize = Enum.Parse<ResizeRule>(arguments.GetValue(resize)!, ignoreCase: true),
            MaxBroken = arguments.GetValue(maxBroken),
        };
        var target = Path.GetFullPath(arguments.GetValue(output)!);
        var preparation = new PicturePreparation(
            options,
            TimeProvider.System,
            new ImmediateProgress<string>(Console.WriteLine)
        );
        Print($"Data     {arguments.GetValue(data)}");
        Print(
            $"Images   {options.Size}×{options.Size}, color: {arguments.GetValue(color)}, {arguments.GetValue(resize)}, at most {options.MaxBroken} broken"
        );
        var prepared = preparation.Run(arguments.GetValue(data)!, target, stop);
        Print(
            $"{prepared.TrainImages:N0} images of {prepared.Image} to train on, {prepared.TestImages:N0} to test on."
        );
        Print($"Prepared {target}");
        return 0;
    }
    catch (Exception problem) when (problem is InfoGanException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine(problem.Message);
        return 1;
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine("Stopped; nothing was written.");
        return 130; // 128 + SIGINT, as shells report it
    }
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
