using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Testing.Pipelines;
using SkiaSharp;

namespace InfoGanMl.Preparation.Tests;

public sealed class PicturePreparationTests : IDisposable
{
    private readonly PreparedFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Gray_pictures_in_folders_become_gray_images_with_their_labels()
    {
        var prepared = _fixture.AddCatsAndDogs().Prepare();

        var images = await _fixture.OpenAsync();
        Assert.Equal(new ImageFormat(1, 32, 32), images.Train.Format);
        Assert.Equal(["cat", "dog"], images.ClassNames!);
        Assert.Equal([(0, 10), (0, 20), (0, 30), (0, 40), (0, 50), (0, 60), (0, 80)], Shown(images.Train)[..7]);
        Assert.Equal([(0, 70), (1, 170)], Shown(images.Test)); // the seventh of each
        Assert.Equal((14, 2), (prepared.TrainPictures.Count, prepared.TestPictures.Count));
        Assert.Equal(
            [
                "classes.txt",
                "prepared.json",
                "t10k-images-idx3-ubyte",
                "t10k-labels-idx1-ubyte",
                "train-images-idx3-ubyte",
                "train-labels-idx1-ubyte",
            ],
            Directory.GetFiles(_fixture.Output).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["out"], _fixture.Beside);
    }

    [Fact]
    public async Task One_picture_in_color_makes_all_images_RGB()
    {
        _fixture.Add("1.png", Drawing.Gray(50)).Add("2.png", Drawing.Png(new SKColor(10, 100, 200))).Prepare();

        var images = await _fixture.OpenAsync();

        Assert.Equal(new ImageFormat(3, 32, 32), images.Train.Format);
        Assert.False(images.Train.IsLabeled);
        Assert.Null(images.ClassNames);
        Assert.Equal([50, 50, 50], Corners(images.Train));
        Assert.Equal([10, 100, 200], Corners(images.Test)); // the last one
    }

    [Fact]
    public async Task Photographs_in_color_become_images_of_64_pixels_unless_another_size_is_given()
    {
        _fixture.Add("1.png", Photograph(1)).Add("2.png", Photograph(2)).Add("3.png", Photograph(3)).Prepare();
        var own = (await _fixture.OpenAsync()).Train.Format;

        _fixture.Prepare(new() { Color = ColorChoice.Gray });
        var gray = (await _fixture.OpenAsync()).Train.Format;

        _fixture.Prepare(new() { Size = 32 });
        var given = (await _fixture.OpenAsync()).Train.Format;

        Assert.Equal([new(3, 64, 64), new(1, 32, 32), new(3, 32, 32)], [own, gray, given]);

        static byte[] Photograph(int seed)
        {
            var random = new Random(seed);
            return Drawing.Png(
                80,
                80,
                (_, _) => new((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256))
            );
        }
    }

    [Theory]
    [InlineData(16, 1)]
    [InlineData(17, 3)]
    public void A_tint_such_as_compression_leaves_is_no_color(byte tint, int channels)
    {
        _fixture.Add("1.png", Drawing.Gray(50)).Add("2.png", Drawing.Png(new SKColor(100, (byte)(100 + tint), 100)));

        Assert.Equal(channels, _fixture.Prepare().Image.Channels);
    }

    [Theory]
    [InlineData(ColorChoice.Gray, 1)]
    [InlineData(ColorChoice.Rgb, 3)]
    public async Task Color_may_be_chosen(ColorChoice color, int channels)
    {
        _fixture.Add("1.png", Drawing.Png(SKColors.Red)).Add("2.png", Drawing.Gray(7)).Prepare(new() { Color = color });

        var images = await _fixture.OpenAsync();

        Assert.Equal(channels, images.Train.Format.Channels);
        Assert.Equal(color == ColorChoice.Gray ? [77] : [255, 0, 0], Corners(images.Train)); // 0.299 · 255 = 76.2, in 256ths
        Assert.All(Corners(images.Test), value => Assert.Equal(7, value)); // gray stays as it is
    }

    [Fact]
    public void Gray_pictures_are_the_same_whether_gray_is_found_or_asked_for()
    {
        _fixture.AddCatsAndDogs();

        var found = _fixture.Prepare();

        Assert.Equal(found.Files, _fixture.Prepare(new() { Color = ColorChoice.Gray }).Files);
    }

    [Theory]
    [InlineData(28)]
    [InlineData(64)]
    public void Images_have_the_size_that_is_asked_for(int size)
    {
        Assert.Equal(new(1, size, size), _fixture.AddCatsAndDogs().Prepare(new() { Size = size }).Image);
    }

    [Fact]
    public async Task Three_hundred_folders_are_three_hundred_classes()
    {
        for (var i = 0; i < 300; i++)
        {
            _fixture.Add($"{i:000}/1.png", Drawing.Gray(i % 256));
        }

        _fixture.Prepare();

        var images = await _fixture.OpenAsync();
        Assert.Equal((300, 300), (images.CountClasses(), images.ClassNames!.Count));
        Assert.All(
            Shown(images.Train),
            image => Assert.Equal(int.Parse(images.NameOf(image.Item1)) % 256, image.Item2)
        );
        Assert.True(File.Exists(Path.Combine(_fixture.Output, "train-labels-idx1-int")));
        _fixture.Prepare();
        Assert.Contains($"Nothing has changed: {_fixture.Output} is used again.", _fixture.Lines);
    }

    [Fact]
    public async Task Pictures_without_a_label_in_a_list_of_some_are_of_an_unknown_class()
    {
        _fixture.AddCatsAndDogs();
        PrepareList(
            "path,label,split\ncat/1.png,small,train\ndog/1.png,,train\ndog/2.png,large,test\ncat/2.png,,test\n"
        );

        var images = await _fixture.OpenAsync();
        Assert.Equal(["large", "small"], images.ClassNames!);
        Assert.Equal([(-1, 110), (1, 10)], Shown(images.Train));
        Assert.Equal([(-1, 20), (0, 120)], Shown(images.Test));
    }

    [Fact]
    public async Task A_list_gives_labels_and_split()
    {
        _fixture.AddCatsAndDogs();
        PrepareList("path,label,split\ncat/1.png,small,train\ndog/1.png,large,test\ncat/2.png,small,test\n");

        var images = await _fixture.OpenAsync();
        Assert.Equal(["large", "small"], images.ClassNames!);
        Assert.Equal([(1, 10)], Shown(images.Train));
        Assert.Equal([(0, 110), (1, 20)], Shown(images.Test));
    }

    [Fact]
    public void All_mistakes_in_the_options_are_reported_together()
    {
        var error = Assert.Throws<InvalidOptionsException>(() =>
            _fixture.Prepare(
                new()
                {
                    Size = 30,
                    Color = (ColorChoice)9,
                    Resize = (ResizeRule)9,
                    MaxBroken = -1,
                }
            )
        );

        Assert.Equal(
            [
                "Size is 30; expected one of: 28, 32, 64, 96, 128.",
                "Color is 9; expected one of: Auto, Gray, Rgb.",
                "Resize is 9; expected one of: Fit, Crop, Letterbox.",
                "MaxBroken is -1; expected at least 0.",
            ],
            error.Mistakes
        );
    }

    [Fact]
    public void The_defaults_are_these()
    {
        Assert.Equal(
            new()
            {
                Size = null,
                Color = ColorChoice.Auto,
                Resize = ResizeRule.Crop,
                MaxBroken = 0,
            },
            new PreparationOptions()
        );
    }

    [Fact]
    public void It_says_what_it_found_and_how_far_it_is()
    {
        using var slow = new PreparedFixture { Clock = new SlowClock() };

        slow.AddCatsAndDogs().Prepare();

        Assert.Equal($"Found 16 pictures, 2 classes, in {slow.Pictures}.", slow.Lines[0]);
        Assert.Equal("Decoding 16 pictures.", slow.Lines[3]);
        Assert.StartsWith("3 done, 0 broken, ", slow.Reports[3].Detail, StringComparison.Ordinal);
        Assert.Equal(3.0 / 16, slow.Reports[3].Done);
        Assert.Equal(1 + 16, slow.Lines.Count); // 2 s each
    }

    private void PrepareList(string csv)
    {
        File.WriteAllText(_fixture["pictures/list.csv"], csv);
        new PicturePreparation(new(), TimeProvider.System).Run(
            _fixture["pictures/list.csv"],
            _fixture.Output,
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>Label and lightness of every image, in order.</summary>
    private static List<(int Label, int Lightness)> Shown(ImageSet images) =>
        [
            .. Enumerable
                .Range(0, images.Count)
                .Select(i => (images.Labels[i], (int)images.Pixels[i * images.Format.Size]))
                .Order(),
        ];

    /// <summary>The first value of each channel of the first image.</summary>
    private static IEnumerable<byte> Corners(ImageSet images) =>
        images
            .Pixels.Take(images.Format.Size)
            .Chunk(images.Format.Height * images.Format.Width)
            .Select(plane => plane[0]);

    /// <summary>Two seconds pass whenever somebody asks.</summary>
    private sealed class SlowClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds += 2;
    }
}
