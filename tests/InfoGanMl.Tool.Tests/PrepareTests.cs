using InfoGanMl.Models.Images;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Tool.Tests;

/// <summary>The verb as users run it.</summary>
[Trait("Speed", "Slow")]
public sealed class PrepareTests : IDisposable
{
    private static readonly string Tool = ExecutableProcess.MetadataOf(typeof(PrepareTests).Assembly, "infogan");

    private readonly PreparedFixture _fixture = new PreparedFixture().AddCatsAndDogs();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Pictures_become_a_data_set_that_is_used_again()
    {
        _fixture
            .Add("dog/9.jpg", Drawing.Jpeg(90, 70, (x, _) => new((byte)(2 * x), 0, 200)))
            .Add("dog/broken.png", [1, 2]);
        string[] options = ["--size", "64", "--color", "auto", "--resize", "letterbox", "--max-broken", "1"];

        var first = Run(options);
        var second = Run(options);

        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Contains("  - dog/broken.png: found", first.Error, StringComparison.Ordinal);
        Assert.Contains("15 images of 3×64×64 to train on, 2 to test on.", first.Output, StringComparison.Ordinal);
        Assert.EndsWith($"\n{_fixture.Output}\n", first.Output, StringComparison.Ordinal); // for scripts
        Assert.True(second.ExitCode == 0, second.Error);
        Assert.Contains("is used again", second.Error, StringComparison.Ordinal);
        var images = await _fixture.OpenAsync();
        Assert.Equal(new ImageFormat(3, 64, 64), images.Train.Format);
        Assert.Equal(["cat", "dog"], images.ClassNames!);
        Assert.Equal(8, images.Train.Labels.Count(label => label == 1));
    }

    [Fact]
    public void Broken_pictures_are_listed_on_standard_error()
    {
        _fixture.Add("dog/broken.png", [1, 2]);

        var result = Run();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\nFound 1 broken of 17 pictures; expected at most 0.", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("\n--max-broken=1 leaves them out.\n", result.Error, StringComparison.Ordinal);
        Assert.Empty(_fixture.Beside);
    }

    [Theory]
    [InlineData("--size", "30")]
    [InlineData("--max-broken", "-1")]
    public void Options_that_cannot_be_used_are_named(params string[] arguments)
    {
        var result = Run(arguments);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("These options cannot be used:\n  - ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--color", "sepia")]
    [InlineData("--resize", "squeeze")]
    [InlineData("--size", "large")]
    [InlineData("surplus")]
    public void Wrong_arguments_are_refused_with_exit_code_2(params string[] arguments)
    {
        Assert.Equal(2, Run(arguments).ExitCode);
    }

    private ProcessResult Run(params string[] arguments) =>
        ExecutableProcess.Run(
            Tool,
            ["prepare", "--data", _fixture.Pictures, "--output", _fixture.Output, .. arguments]
        );
}
