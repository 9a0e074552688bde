using InfoGanMl.Evaluation.Reproduction;
using InfoGanMl.Testing;

namespace InfoGanMl.Evaluation.Tests.Reproduction;

/// <summary>The tables in models/reproduction.</summary>
public sealed class PublishedTablesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void They_are_what_their_runs_say_today()
    {
        foreach (var table in new[] { ReproductionTable.Reproduction, ReproductionTable.Ablation })
        {
            var earlier = Path.Combine(Repository.Root, "models", "reproduction", $"{table.Name}.json");
            table.Write(_folder.Path, ReproducedPreset.Group(ReproducedRun.ReadTable(earlier)));
        }

        Assert.All(
            Directory.GetFiles(_folder.Path).Select(Path.GetFileName),
            file =>
                Assert.True(
                    MadeFile.IsCurrent($"models/reproduction/{file}", _ => File.ReadAllText(_folder[file!])),
                    MadeFile.Advice
                )
        );
    }
}
