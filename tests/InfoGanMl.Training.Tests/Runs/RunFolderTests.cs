using InfoGanMl.Models.Devices;
using InfoGanMl.Models.Errors;
using InfoGanMl.Testing;
using InfoGanMl.Training.Runs;
using InfoGanMl.Training.Snapshots;
using Xunit;

namespace InfoGanMl.Training.Tests.Runs;

public sealed class RunFolderTests : IDisposable
{
    private static readonly RunConditions Conditions = new(Data: null, Device.Cpu, Threads: 2);

    private readonly TempFolder _folder = new();

    [Fact]
    public void A_folder_that_a_training_writes_to_is_closed_to_another()
    {
        using var first = Create();

        Assert.Contains("another training is writing to", Refused(() => Create()), StringComparison.Ordinal);
        Assert.Contains("another training is writing to", Refused(() => Open()), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_open_again_afterwards()
    {
        Create().Dispose();

        using var again = Open();

        Assert.Equal((TinyRun.Options.Preset, Conditions), (again.Options.Preset, again.Conditions));
    }

    [Fact]
    public void A_folder_that_holds_a_run_is_not_begun_anew()
    {
        Create().Dispose();

        Assert.Contains(
            "which already holds a run; expected a new folder",
            Refused(() => Create()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Looking_whether_a_folder_is_new_writes_nothing()
    {
        RunFolder.RequireNew(_folder["run"]);

        Assert.False(Directory.Exists(_folder["run"]));
    }

    [Fact]
    public void A_folder_without_a_run_cannot_be_gone_on_with()
    {
        var refused = Assert.Throws<InvalidRunFolderException>(Open);

        Assert.Contains("options.json: found no such file", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("options.json", "{}")]
    [InlineData("options.json", "null")]
    [InlineData("options.json", "")]
    [InlineData("conditions.json", "[1]")]
    [InlineData("conditions.json", """{"data": null, "device": "gpu", "threads": 2}""")]
    [InlineData("conditions.json", null)]
    public void A_damaged_file_is_named(string name, string? content)
    {
        Create().Dispose();
        File.Delete(_folder[$"run/{name}"]);
        if (content is not null)
        {
            File.WriteAllText(_folder[$"run/{name}"], content);
        }

        var refused = Assert.Throws<InvalidRunFolderException>(Open);

        Assert.Equal(_folder[$"run/{name}"], refused.Path);
    }

    public void Dispose() => _folder.Dispose();

    private RunFolder Create() => RunFolder.Create(_folder["run"], TinyRun.Options, Conditions);

    private RunFolder Open() => RunFolder.Open(_folder["run"]);

    private static string Refused(Func<RunFolder> open) => Assert.Throws<InvalidOptionsException>(open).Message;
}
