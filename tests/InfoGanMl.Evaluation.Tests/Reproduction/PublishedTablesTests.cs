using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Testing;

namespace InfoGanMl.Evaluation.Tests.Reproduction;

/// <summary>The tables in models/reproduction.</summary>
public sealed class PublishedTablesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("reproduction")]
    [InlineData("ablation")]
    public void They_are_what_their_runs_say_today(string name)
    {
        var table = name == "ablation" ? ReproductionTable.Ablation : ReproductionTable.Reproduction;
        var runs = ReproducedRun.ReadTable(Path.Combine(Repository.Root, "models", "reproduction", $"{name}.json"));

        table.Write(_folder.Path, ReproducedPreset.Group(runs));

        Assert.All(
            [$"{name}.json", $"{name}.md"],
            file =>
                Assert.True(
                    MadeFile.IsCurrent($"models/reproduction/{file}", _ => File.ReadAllText(_folder[file])),
                    MadeFile.Advice
                )
        );
    }
}
