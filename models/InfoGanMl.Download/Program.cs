using System.CommandLine;
using System.Globalization;
using InfoGanMl.Datasets;
using InfoGanMl.Models;

var data = new Option<string?>("--data")
{
    Description = "Folder with MNIST's four IDX files, plain or .gz; downloaded if not given.",
    HelpName = "DIR",
};
var command = new RootCommand($"Brings MNIST onto this machine, into the folder that {DataCache.Variable} names.")
{
    data,
};
command.SetAction((parsed, cancellation) => DownloadAsync(parsed.GetValue(data), cancellation));
return await command.Parse(args).InvokeAsync();

static async Task<int> DownloadAsync(string? data, CancellationToken cancellation)
{
    try
    {
        using var client = HttpMirror.CreateClient();
        var cache = DataCache.FolderFrom(Environment.GetEnvironmentVariable(DataCache.Variable));
        var mnist = await Mnist.OpenAsync(data, cache, Mnist.Sources(client), new ConsoleLines(), cancellation);
        FormattableString counts =
            $"{mnist.Train.Count:N0} images of {mnist.Train.Format} to train on, {mnist.Test.Count:N0} to test on.";
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

/// <summary>Writes each line at once, unlike <see cref="Progress{T}"/>, whose lines may come late or out of order.</summary>
internal sealed class ConsoleLines : IProgress<string>
{
    public void Report(string value) => Console.WriteLine(value);
}
