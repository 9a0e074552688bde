using InfoGanMl.Preparation.Errors;
using InfoGanMl.Testing.Pipelines;

namespace InfoGanMl.Preparation.Tests;

public sealed class BrokenPicturesTests : IDisposable
{
    private readonly PreparedFixture _fixture = new PreparedFixture().AddCatsAndDogs();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void One_is_too_many_by_default_and_nothing_is_left_behind()
    {
        _fixture.Add("cat/broken.png", [1, 2, 3]).Add("dog/empty.jpg", []);

        var error = Assert.Throws<BrokenPicturesException>(() => _fixture.Prepare());

        Assert.Equal(["cat/broken.png", "dog/empty.jpg"], error.Skipped.Select(picture => picture.Path));
        Assert.StartsWith(
            "Found 2 broken of 18 pictures; expected at most 0. Mend or delete them, or allow 2 to be left out:\n"
                + "  - cat/broken.png: found another kind of file; expected a PNG",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(_fixture.Beside);
    }

    [Fact]
    public async Task Up_to_a_limit_they_are_left_out_and_listed()
    {
        _fixture.Add("cat/broken.png", [1, 2, 3]).Add("dog/empty.jpg", []);

        var prepared = _fixture.Prepare(new() { MaxBroken = 2 });

        Assert.Equal(["cat/broken.png", "dog/empty.jpg"], prepared.Skipped.Select(picture => picture.Path));
        Assert.Contains("  - dog/empty.jpg: found 0 bytes", _fixture.Lines[^1], StringComparison.Ordinal);
        Assert.Contains(
            "cat/broken.png",
            await File.ReadAllTextAsync(_fixture["out/prepared.json"], TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal((14, 2), ((await _fixture.OpenAsync()).Train.Count, prepared.TestPictures.Count));
    }

    [Fact]
    public void They_are_listed_again_when_the_result_is_used_again_and_count_again_under_a_lower_limit()
    {
        _fixture.Add("cat/broken.png", [1, 2, 3]).Prepare(new() { MaxBroken = 1 });

        _fixture.Prepare(new() { MaxBroken = 1 });
        Assert.Contains("cat/broken.png", _fixture.Lines[^1], StringComparison.Ordinal);

        Assert.Throws<BrokenPicturesException>(() => _fixture.Prepare());
        Assert.Equal(["out"], _fixture.Beside);
    }

    [Fact]
    public void The_first_twenty_are_shown_and_the_rest_counted()
    {
        for (var i = 10; i < 35; i++)
        {
            _fixture.Add($"cat/broken{i}.png", [1, 2, 3]);
        }

        var error = Assert.Throws<BrokenPicturesException>(() => _fixture.Prepare());

        Assert.Equal(25, error.Skipped.Count);
        Assert.Contains("broken29.png", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("broken30.png", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("\n  - and 5 more", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void If_all_are_broken_no_limit_helps()
    {
        using var fixture = new PreparedFixture().Add("1.png", []).Add("2.png", []);

        var error = Assert.Throws<PreparationException>(() => fixture.Prepare(new() { MaxBroken = 100 }));

        Assert.Equal("0 pictures to train on and 0 to test on that are not broken", error.Found);
        Assert.Empty(fixture.Beside);
    }

    [Fact]
    public void A_file_that_a_list_names_and_that_is_not_there_is_broken()
    {
        File.WriteAllText(_fixture["pictures/list.csv"], "path\ncat/1.png\ncat/none.png\ncat/2.png\n");

        var error = Assert.Throws<BrokenPicturesException>(() =>
            new PicturePreparation(new(), TimeProvider.System).Run(
                _fixture["pictures/list.csv"],
                _fixture.Output,
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal(
            new("cat/none.png", "found no such file; expected one that can be read"),
            Assert.Single(error.Skipped)
        );
    }
}
