using System.CommandLine;
using System.Globalization;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Models.Errors;

var dataset = new Option<string>("--dataset")
{
    Description = "Data set to download.",
    DefaultValueFactory = _ => KnownDatasets.Mnist.Name,
};
dataset.AcceptOnlyFromAmong([.. KnownDatasets.All.Select(known => known.Name)]);
var data = new Option<string?>("--data")
{
    Description =
        "Folder with four IDX files of your own to check instead, plain or .gz; InfoGanMl.Prepare makes them of pictures.",
    HelpName = "DIR",
};
var command = new RootCommand($"Brings a data set onto this machine, into the folder that {DataCache.Variable} names.")
{
    dataset,
    data,
};
command.SetAction(
    (parsed, cancellation) => DownloadAsync(parsed.GetValue(dataset)!, parsed.GetValue(data), cancellation)
);
return await command.Parse(args).InvokeAsync();

static async Task<int> DownloadAsync(string name, string? data, CancellationToken cancellation)
{
    try
    {
        var progress = new ImmediateProgress<string>(Console.WriteLine);
        var images = await KnownDatasets.OpenAsync(name, data, progress, cancellation);
        FormattableString counts =
            $"{images.Train.Count:N0} images of {images.Train.Format} to train on, {images.Test.Count:N0} to test on.";
        Console.WriteLine(counts.ToString(CultureInfo.InvariantCulture));
        return 0;
    }
    catch (InfoGanException problem)
    {
        await Console.Error.WriteLineAsync(problem.Message);
        return 1;
    }
    catch (OperationCanceledException)
    {
        await Console.Error.WriteLineAsync("Stopped.");
        return 1;
    }
}
