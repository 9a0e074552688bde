using System.Text.Json;
using InfoGanMl.Fuzz.Mutations;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes;
using InfoGanMl.Testing;
using InfoGanMl.Training.Runs;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>The options of a run that is to go on.</summary>
internal sealed class OptionsFormat() : FuzzFormat("options-json")
{
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Presets
            .All.Append(TinyRun.Options)
            .Select(options => JsonSerializer.SerializeToUtf8Bytes(options, InfoGanJson.Options)),
    ];

    protected override IReadOnlyList<Mutation> Mutations => JsonMutations.All;

    public override void Prepare(string folder) =>
        File.WriteAllText(Path.Combine(folder, "conditions.json"), """{"data": null, "device": "cpu", "threads": 2}""");

    public override void Read(byte[] input, string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "options.json"), input);
        using var run = RunFolder.Open(folder);
        _ = run.Options.TotalSteps;
        _ = run.Options.BuildNetworks().Generator.Parameters;
        _ = run.IsFinished;
    }
}
