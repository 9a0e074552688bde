using System.Reflection;
using InfoGanMl.Testing;
using Xunit;

namespace InfoGanMl.Training.Tests;

[Trait("Speed", "Slow")]
public class CrashStressTests
{
    private static readonly string Program = ExecutableProcess.MetadataOf(
        Assembly.GetExecutingAssembly(),
        "InfoGanMl.CrashStress"
    );

    [Fact]
    public void Trainings_that_are_killed_go_on_and_end_as_those_that_are_not()
    {
        var result = Run("--kills", "4");

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Contains("killed 4 times", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_count_is_refused()
    {
        var result = Run("--kills", "-1");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("--kills is -1; expected at least 0", result.Error, StringComparison.Ordinal);
    }

    /// <summary>Without the parts that need root; <c>dotnet cake --target=StressTraining</c> has them.</summary>
    private static ProcessResult Run(params IEnumerable<string> options) =>
        ExecutableProcess.Run(Program, ["--full-disks", "0", "--read-only", "0", .. options]);
}
