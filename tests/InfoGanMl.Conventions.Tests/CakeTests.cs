using System.Diagnostics;
using InfoGanMl.Testing;

namespace InfoGanMl.Conventions.Tests;

/// <summary>The build script's contract with scripts; it needs `dotnet tool restore` to have run.</summary>
public class CakeTests
{
    [Fact]
    public void Without_a_target_it_explains_every_target_and_argument()
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
                "Stress",
                "StressTraining",
                "Fuzz",
                "Test",
                "Pack",
                "Clean",
                "--preset",
                "--seed",
                "--device",
                "--dataset",
                "--data",
                "--size",
                "--max-broken",
                "--output",
                "--resume",
            ],
            name => Assert.Contains(name, output, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Unknown target 'Trian'; expected one of: Help, Data, Prepare, Train", "--target=Trian")]
    [InlineData("Target Train does not take --sed", "--target=Train", "--sed=2")]
    [InlineData("Target TrainJudge does not take --preset", "--target=TrainJudge", "--preset=mnist")]
    [InlineData("Target Test does not take --preset", "--target=Test", "--preset=smoke")]
    [InlineData("Target Train does not take --dataset", "--target=Train", "--dataset=fashion-mnist")]
    [InlineData("--accelerator is 'tpu'; expected cpu or cuda", "--target=Test", "--accelerator=tpu")]
    [InlineData(
        "--preset is 'mnist,smoke'; expected some of mnist,fashion",
        "--target=Reproduce",
        "--preset=mnist,smoke"
    )]
    [InlineData("--ingredient is 'luck'; expected some of real-pairs,", "--target=Ablate", "--ingredient=luck")]
    [InlineData("--color is for pictures; expected --data to be a folder", "--target=Train", "--color=rgb")]
    [InlineData("Target Bench does not take --size", "--target=Bench", "--size=64")]
    [InlineData("Target Evaluate does not take --preset", "--target=Evaluate", "--preset=mnist")]
    public void A_mistake_is_named_and_nothing_runs(string message, params string[] arguments)
    {
        var (exitCode, output) = Cake(arguments);

        Assert.NotEqual(0, exitCode);
        Assert.Contains(message, output, StringComparison.Ordinal);
    }

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
