using InfoGanMl.Fuzz.Formats;
using InfoGanMl.Fuzz.Running;

namespace InfoGanMl.Fuzz.Tests;

[Trait("Speed", "Slow")]
public sealed class WorkerProcessTests : IDisposable
{
    private readonly WorkerProcess _worker = new("self-test");

    public void Dispose() => _worker.Dispose();

    [Fact]
    public async Task What_is_read_and_what_this_project_refuses_are_no_findings()
    {
        Assert.Equal(Verdict.Accepted, (await _worker.ReadAsync([SelfTestFormat.Accept])).Verdict);
        Assert.Equal(Verdict.Refused, (await _worker.ReadAsync([SelfTestFormat.Refuse])).Verdict);
        Assert.False(_worker.IsDead);
    }

    [Theory]
    [InlineData(SelfTestFormat.Throw, "FormatException in SelfTestFormat.Read", false)]
    [InlineData(SelfTestFormat.Allocate, "memory", false)]
    [InlineData(SelfTestFormat.Hang, "time", true)]
    [InlineData(SelfTestFormat.Crash, "crash", true)]
    public async Task Whatever_else_a_reader_does_is_a_finding(byte deed, string kind, bool dead)
    {
        var outcome = await _worker.ReadAsync([deed]);

        Assert.Equal(Verdict.Finding, outcome.Verdict);
        Assert.StartsWith(kind, outcome.Problem, StringComparison.Ordinal);
        Assert.Equal(dead, _worker.IsDead);
    }
}
