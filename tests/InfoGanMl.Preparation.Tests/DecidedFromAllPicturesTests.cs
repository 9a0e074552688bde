using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Testing.Pipelines;
using SkiaSharp;

namespace InfoGanMl.Preparation.Tests;

public sealed class DecidedFromAllPicturesTests : IDisposable
{
    private readonly PreparedFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Drawings_on_paper_become_light_on_black_as_one_on_black_is()
    {
        AddStrokes(9, SKColors.Black, SKColors.White).Add("9.png", Stroke(SKColors.White, SKColors.Black));

        var prepared = _fixture.Prepare(new() { Resize = ResizeRule.Letterbox });

        Assert.Equal(
            new ImagePreparation
            {
                Resize = ResizeRule.Letterbox,
                Background = Background.Black,
                Invert = Inversion.Auto,
            },
            prepared.Preparation
        );
        var images = await _fixture.OpenAsync();
        Assert.Single(images.Train.Pixels.Chunk(images.Train.Format.Size).Select(Convert.ToHexString).Distinct());
        Assert.Equal(0, images.Train.Pixels[0]);
        Assert.Equal(prepared.Preparation, images.Preparation);
    }

    [Fact]
    public void What_is_asked_for_is_done()
    {
        AddStrokes(3, SKColors.Black, SKColors.White);

        var prepared = _fixture.Prepare(new() { Background = Background.Black, Invert = Inversion.True });

        Assert.Equal(
            new ImagePreparation { Background = Background.Black, Invert = Inversion.True },
            prepared.Preparation
        );
    }

    [Fact]
    public async Task Black_icons_on_nothing_can_be_seen()
    {
        AddStrokes(8, SKColors.Black, SKColors.Transparent);

        _fixture.Prepare();

        var images = await _fixture.OpenAsync();
        Assert.Equal((0, 255), (images.Train.Pixels.Min(), images.Train.Pixels.Max()));
    }

    [Fact]
    public void Nothing_is_inverted_where_some_pictures_stand_on_nothing_in_particular()
    {
        AddStrokes(4, SKColors.Black, SKColors.White);
        _fixture.Add("4.png", Drawing.Png(9, 9, (x, y) => Drawing.Lightness(20 * x + 10 * y)));

        Assert.Equal(Inversion.False, _fixture.Prepare().Preparation.Invert);
    }

    [Fact]
    public void Nothing_in_color_is_inverted()
    {
        AddStrokes(9, SKColors.DarkRed, SKColors.White);

        var preparation = _fixture.Prepare().Preparation;

        Assert.Equal((Background.White, Inversion.False), (preparation.Background, preparation.Invert));
    }

    [Fact]
    public async Task Twelve_bits_of_sixteen_are_stretched_and_the_model_is_told()
    {
        _fixture.Add("1.png", Deep(0x0f, 0xff)).Add("2.png", Deep(0x07, 0xff)).Add("3.png", Drawing.Gray(9));

        var prepared = _fixture.Prepare();

        Assert.Equal(12, prepared.Preparation.SignificantBits);
        var images = await _fixture.OpenAsync();
        Assert.Equal<byte>([9, 127, 255], images.Train.Pixels.Concat(images.Test.Pixels).Distinct().Order());
        Assert.Contains(_fixture.Lines, line => line.Contains("fill 12 bits", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stretching_may_be_turned_off_and_what_is_nearly_black_is_said()
    {
        _fixture.Add("1.png", Deep(0x0f, 0xff)).Add("2.png", Deep(0x07, 0xff));

        var prepared = _fixture.Prepare(new() { Stretch = false });

        Assert.Null(prepared.Preparation.SignificantBits);
        Assert.Equal(15, (await _fixture.OpenAsync()).Train.Pixels.Max());
        Assert.Contains(
            _fixture.Lines,
            line => line.Contains("15 of 255: the images are nearly black", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Sixteen_bits_that_are_used_stay_as_they_are()
    {
        _fixture.Add("1.png", Deep(0xff, 0xff)).Add("2.png", Deep(0x07, 0xff));

        Assert.Null(_fixture.Prepare().Preparation.SignificantBits);
    }

    [Fact]
    public async Task A_model_decides_instead_where_it_is_to_read_the_images()
    {
        AddStrokes(4, SKColors.Red, SKColors.White);
        ModelImages like = new(new(1, 9, 18), new() { Resize = ResizeRule.Letterbox, Invert = Inversion.True });

        var prepared = _fixture.Prepare(new() { Like = like });

        Assert.Equal(like, new ModelImages(prepared.Image, prepared.Preparation));
        Assert.Equal(like.Image, (await _fixture.OpenAsync()).Train.Format);
    }

    private PreparedFixture AddStrokes(int count, SKColor ink, SKColor behind)
    {
        for (var i = 0; i < count; i++)
        {
            _fixture.Add($"{i}.png", Stroke(ink, behind));
        }

        return _fixture;
    }

    private static byte[] Stroke(SKColor ink, SKColor behind) =>
        Drawing.Png(9, 9, (x, y) => x is > 1 and < 7 && y is > 0 and < 8 ? ink : behind);

    private static byte[] Deep(byte upper, byte lower) => RareFiles.Png(16, 0, [upper, lower]);
}
