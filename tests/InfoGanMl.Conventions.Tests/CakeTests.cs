using System.Diagnostics;
using InfoGanMl.Testing;

namespace InfoGanMl.Conventions.Tests;

/// <summary>The build script's contract with scripts; it needs `dotnet tool restore` to have run.</summary>
[Trait("Speed", "Slow")]
public class CakeTests
{
    [Fact]
    public void Without_a_target_it_explains_every_target()
    {
        var (exitCode, output) = Cake();

        Assert.Equal(0, exitCode);
        Assert.All(
            [
                "Data",
                "Prepare",
                "Train",
                "TrainJudge",
                "Reproduce",
                "Ablate",
                "Evaluate",
                "Bench",
                "CheckGpu",
                "Stress",
                "StressTraining",
                "Fuzz",
                "Test",
                "Pack",
                "Clean",
            ],
            name => Assert.Contains($"\n  {name} ", output, StringComparison.Ordinal)
        );
        Assert.Contains("--target=NAME --options", output, StringComparison.Ordinal);
    }

    /// <summary>
    /// One start for each kind of refusal: by the script, by a target of its own, by a program, by a program's plan. The last two
    /// end as the program does.
    /// </summary>
    [Theory]
    [InlineData(1, "Unknown target 'Trian'; expected one of: Help, Data, Prepare, Train", "--target=Trian")]
    [InlineData(1, "Target Test does not take --preset=smoke; expected nothing but", "--target=Test", "--preset=smoke")]
    [InlineData(2, "infogan data does not take --sed; expected some of --dataset", "--target=Data", "--sed=2")]
    [InlineData(2, "--preset is 'mnist,smoke'; expected some of mnist,", "--target=Reproduce", "--preset=mnist,smoke")]
    public void A_mistake_is_named_and_nothing_runs(int expected, string message, params string[] arguments)
    {
        var (exitCode, output) = Cake(arguments);

        Assert.Equal(expected, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_training_of_pictures_refuses_mistakes_before_it_prepares_them()
    {
        using var folder = new TempFolder();
        folder.Write("pictures/cat/1.png", [1, 2, 3]); // which preparing would complain about

        var (exitCode, output) = Cake("--target=Train", $"--data={folder["pictures"]}", "--categories=ten");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("--categories is ten; expected a number", output, StringComparison.Ordinal);
        Assert.DoesNotContain("broken", output, StringComparison.Ordinal);
    }

    [Fact]
    public void It_stays_thin() =>
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "build.cake")).Count(), 1, 150);

    [Fact]
    public void A_browser_that_is_not_there_ends_the_tests_before_anything_is_built()
    {
        var (exitCode, output) = CakeWhere(new() { ["INFOGANML_BROWSER"] = "no-such-browser" }, "--target=Test");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("INFOGANML_BROWSER is 'no-such-browser'; expected", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Checked", output, StringComparison.Ordinal); // as the first step says
    }

    private static (int ExitCode, string Output) Cake(params string[] arguments) => CakeWhere([], arguments);

    private static (int ExitCode, string Output) CakeWhere(
        Dictionary<string, string> environment,
        params string[] arguments
    )
    {
        var options = new ProcessStartInfo("dotnet", ["cake", .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            options.Environment[name] = value;
        }

        using var process = Process.Start(options)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + error.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
