using InfoGanMl.Testing;

namespace InfoGanMl.CommandLine.Tests;

/// <summary>How every verb of both programs ends, as processes of their own; <see cref="InterruptionTests"/> has 130.</summary>
[Trait("Speed", "Slow")]
public sealed class ExitCodeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public static TheoryData<string, string> Verbs => [.. Programs.Verbs];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Help_is_0_and_teaches_by_example(string program, string verb)
    {
        var result = Programs.Run(program, verb, "--help");

        Assert.Equal((ExitCode.Done, ""), (result.ExitCode, result.Error));
        var examples = result.Output[result.Output.IndexOf("Examples:", StringComparison.Ordinal)..];
        Assert.Contains($"\n  {program} {verb} --", examples, StringComparison.Ordinal);
        Assert.Contains("130 interrupted", examples, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void An_unknown_option_is_2_and_says_what_is_expected(string program, string verb)
    {
        var result = Programs.Run(program, verb, "--sed=2");

        Assert.Equal((ExitCode.WrongUsage, ""), (result.ExitCode, result.Output));
        Assert.StartsWith(
            $"{program} {verb} does not take --sed; expected some of --",
            result.Error,
            StringComparison.Ordinal
        );
    }

    /// <summary>Each verb on input that is not there; runs reads none.</summary>
    [Theory]
    [InlineData(ProgramNames.Tool, "data", "--data=nothing-here")]
    [InlineData(ProgramNames.Tool, "prepare", "--data=nothing-here", "--output=nowhere")]
    [InlineData(ProgramNames.Tool, "evaluate", "--model=nothing-here")]
    [InlineData(ProgramNames.Tool, "evaluate", "--run=nothing-here")]
    [InlineData(ProgramNames.Tool, "tabulate", "--runs=nothing-here")]
    [InlineData(ProgramNames.Train, "train", "--data=nothing-here", "--output=nowhere")]
    [InlineData(ProgramNames.Train, "train", "--resume=nothing-here")]
    [InlineData(ProgramNames.Train, "judge", "--data=nothing-here", "--output=nowhere.onnx")]
    public void A_failure_is_1_and_names_what_was_looked_for(string program, params string[] arguments)
    {
        var result = Programs.Run(program, arguments);

        Assert.Equal(ExitCode.Failed, result.ExitCode);
        Assert.Contains("nothing-here", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at InfoGanMl.", result.Error, StringComparison.Ordinal);
        Assert.False(Path.Exists("nowhere") || Path.Exists("nowhere.onnx"));
    }

    [Theory]
    [InlineData(ProgramNames.Tool, "expected one of: data, prepare, evaluate, tabulate.")]
    [InlineData(ProgramNames.Train, "expected one of: train, judge, runs.")]
    public void No_verb_and_an_unknown_one_are_2(string program, string expected)
    {
        foreach (string[] arguments in new string[][] { [], ["surplus"] })
        {
            var result = Programs.Run(program, arguments);

            Assert.Equal(ExitCode.WrongUsage, result.ExitCode);
            Assert.Contains(expected, result.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--device is 'tpu'; expected one of: auto, cpu, cuda.", "train", "--device=tpu")]
    [InlineData("--seed is 'one'; expected a whole number.", "train", "--seed=one")]
    [InlineData("--size is for pictures; expected --data to be a folder", "train", "--size=64")]
    [InlineData("--ingredient is given for another table; expected --of=ablation", "runs", "--ingredient=strokes")]
    [InlineData("--ingredient is 'luck'; expected some of real-pairs,", "runs", "--of=ablation", "--ingredient=luck")]
    [InlineData("--judge is 'none.onnx'; found no such file", "runs", "--judge=none.onnx")]
    [InlineData("--dataset is given with --data; expected one of them.", "judge", "--dataset=mnist", "--data=x")]
    public void Values_that_make_no_sense_are_2(string message, params string[] arguments)
    {
        var result = Programs.Run(ProgramNames.Train, arguments);

        Assert.Equal(ExitCode.WrongUsage, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_have_scores_are_left_out_and_others_go_on_with_what_they_began_with()
    {
        _folder.Write("all/mnist-seed-1/metrics.json", []);
        _folder.Write("all/mnist-seed-2/options.json", []);
        var judge = _folder.Write("judge.onnx", []);

        var result = Programs.Run(
            ProgramNames.Train,
            "runs",
            "--preset=mnist",
            $"--output={_folder["all"]}",
            "--device=cpu",
            $"--judge={judge}"
        );

        Assert.Equal(ExitCode.Done, result.ExitCode);
        var commands = result.Output.TrimEnd().Split('\n');
        Assert.Equal($"infogan-train train --resume={_folder["all/mnist-seed-2"]}", commands[0]);
        Assert.Equal($"infogan evaluate --run={_folder["all/mnist-seed-2"]} --device=cpu --judge={judge}", commands[1]);
        Assert.Equal(
            $"infogan-train train --preset=mnist --seed=3 --device=cpu --output={_folder["all/mnist-seed-3"]}",
            commands[2]
        );
        Assert.Equal($"infogan tabulate --runs={_folder["all"]}", commands[^1]);
        Assert.Equal(2 * 4 + 1, commands.Length);
    }
}
