// Files from strangers: feeds mutated files to the readers, in a process of their own. Exit code 1 when one of them ends in
// anything but acceptance or an exception of this project, in 2 s of processor time and 512 MB.
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using InfoGanMl.Fuzz.Formats;
using InfoGanMl.Fuzz.Running;

string[] names = [.. FuzzFormat.All.Select(known => known.Name)];
var format = new Option<string[]>("--format")
{
    Description = $"Formats, some of {string.Join(", ", names)}; all by default.",
    DefaultValueFactory = _ => names,
    AllowMultipleArgumentsPerToken = true,
};
var inputs = new Option<int>("--inputs") { Description = "Inputs of each format.", DefaultValueFactory = _ => 100_000 };
var seed = new Option<int>("--seed")
{
    Description = "The same seed makes the same inputs.",
    DefaultValueFactory = _ => 1,
};
var output = new Option<string?>("--output") { Description = "Folder for the inputs that are findings." };
var replay = new Option<string?>("--replay") { Description = "Reads one such input in this process, for a debugger." };
var worker = new Option<string?>("--worker") { Description = "Reads inputs from the standard input.", Hidden = true };
format.AcceptOnlyFromAmong([.. names, new SelfTestFormat().Name]);
var command = new RootCommand("Feeds mutated files to every reader of files.")
{
    format,
    inputs,
    seed,
    output,
    replay,
    worker,
};
command.SetAction(
    async (arguments, stop) =>
    {
        var chosen = arguments.GetValue(format)!.Select(name => FuzzFormat.Find(name));
        if (arguments.GetValue(worker) is { } folder)
        {
            Worker.Run(chosen.Single(), folder);
            return 0;
        }

        return arguments.GetValue(replay) is { } path
            ? Replay(chosen.First(), path)
            : await FuzzAsync(
                chosen,
                arguments.GetValue(inputs),
                arguments.GetValue(seed),
                arguments.GetValue(output),
                stop
            );
    }
);
return await command.Parse(args).InvokeAsync();

static async Task<int> FuzzAsync(
    IEnumerable<FuzzFormat> formats,
    int inputs,
    int seed,
    string? output,
    CancellationToken stop
)
{
    var findings = 0;
    foreach (var format in formats)
    {
        var clock = Stopwatch.StartNew();
        var summary = await new FuzzRun(format, seed, output, Console.Error.WriteLine).RunAsync(inputs, stop);
        findings += summary.FindingCount;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{summary} ({clock.Elapsed.TotalSeconds:F0} s)")
        );
        foreach (var (kind, count) in summary.Findings)
        {
            Console.WriteLine($"  {count} × {kind}");
        }
    }

    return findings == 0 ? 0 : 1;
}

static int Replay(FuzzFormat format, string path)
{
    var folder = Directory.CreateTempSubdirectory("infoganml-fuzz-");
    try
    {
        format.Prepare(folder.FullName);
        var outcome = Worker.Read(format, File.ReadAllBytes(path), folder.FullName);
        Console.WriteLine($"{outcome.Verdict} {outcome.Problem}");
        return outcome.Verdict == Verdict.Finding ? 1 : 0;
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}
