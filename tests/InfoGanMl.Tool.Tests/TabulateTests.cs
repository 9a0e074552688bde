using InfoGanMl.Testing;

namespace InfoGanMl.Tool.Tests;

/// <summary>The verb as users run it.</summary>
[Trait("Speed", "Slow")]
public sealed class TabulateTests : IDisposable
{
    private static readonly string Tool = ExecutableProcess.MetadataOf(typeof(TabulateTests).Assembly, "infogan");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_earlier_table_alone_is_written_again()
    {
        var earlier = Path.Combine(Repository.Root, "models", "reproduction", "reproduction.json");

        var result = ExecutableProcess.Run(Tool, "tabulate", $"--earlier={earlier}", $"--output={_folder.Path}");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(File.ReadAllText(earlier), File.ReadAllText(_folder["reproduction.json"]));
        Assert.StartsWith("# Reproduction", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_table_alone_is_not_written_beside_itself()
    {
        var earlier = _folder.Write("ablation.json", []);

        var result = ExecutableProcess.Run(Tool, "tabulate", $"--earlier={earlier}");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("There is no --output; expected", result.Error, StringComparison.Ordinal);
        Assert.Equal([earlier], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Neither_runs_nor_an_earlier_table_are_refused()
    {
        var result = ExecutableProcess.Run(Tool, "tabulate", $"--output={_folder.Path}");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("There is no --runs and no --earlier; expected", result.Error, StringComparison.Ordinal);
    }
}
