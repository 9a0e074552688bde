using InfoGanMl.Fuzz.Formats;
using InfoGanMl.Fuzz.Running;

namespace InfoGanMl.Fuzz.Tests;

/// <summary>The fuzzer for a few seconds; `dotnet cake --target=Fuzz` runs it for minutes.</summary>
[Trait("Speed", "Slow")]
public class FuzzRunTests
{
    private const int Inputs = 300;

    public static TheoryData<string> Formats => [.. FuzzFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Mutated_files_are_read_or_refused(string format)
    {
        var summary = await new FuzzRun(FuzzFormat.Find(format), seed: 2, output: null, _ => { }).RunAsync(
            Inputs,
            TestContext.Current.CancellationToken
        );

        Assert.Empty(summary.Findings);
        Assert.True(summary is { Accepted: > 0, Refused: > 0 }, $"{summary}"); // or it shows nothing
        Assert.Equal(Inputs, summary.Accepted + summary.Refused);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_seed_makes_the_same_inputs(string format)
    {
        Assert.Equal(Create(), Create());

        List<byte[]> Create()
        {
            var random = new Random(1);
            return [.. Enumerable.Range(0, 20).Select(_ => FuzzFormat.Find(format).CreateInput(random))];
        }
    }
}
