using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Recipes;
using InfoGanMl.Testing;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts.Seeing;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.HeadStarts.Seeing;

public sealed class SightFolderTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly List<ActivityReport> _reports = [];

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void The_second_time_it_comes_from_the_file()
    {
        using var first = See(TinyPhotos.Options);
        _reports.Clear();

        using var second = See(TinyPhotos.Options);

        Assert.Single(Files);
        Assert.Contains(Files[0], Assert.Single(_reports).Name, StringComparison.Ordinal);
        Assert.True(first.Views.equal(second.Views).all().item<bool>());
        Assert.True(first.Styles.equal(second.Styles).all().item<bool>());
    }

    [Fact]
    public void Images_of_another_size_have_a_file_of_their_own()
    {
        using var first = See(TinyPhotos.Options);

        using var other = See(TinyPhotos.Options with { Transfer = TinyPhotos.Options.Transfer! with { Side = 32 } });

        Assert.Equal(2, Files.Length);
        Assert.False(first.Views.allclose(other.Views));
    }

    [Fact]
    public void A_damaged_file_is_made_anew()
    {
        using var first = See(TinyPhotos.Options);
        var whole = File.ReadAllBytes(Files[0]);
        File.WriteAllBytes(Files[0], [.. whole[..^1], (byte)(whole[^1] ^ 1)]);
        _reports.Clear();

        using var second = See(TinyPhotos.Options);

        Assert.Contains("Making it anew", _reports[0].Name, StringComparison.Ordinal);
        Assert.True(first.Views.equal(second.Views).all().item<bool>());
        Assert.Equal(whole, File.ReadAllBytes(Files[0]));
    }

    [Fact]
    public void Where_no_file_can_be_the_images_are_looked_at_all_the_same()
    {
        _temp.Write("features", []);

        using var sight = See(TinyPhotos.Options);

        Assert.Equal(TinyPhotos.Data.Train.Count, sight.Styles.shape[0]);
        Assert.Contains("looks at the images again", _reports[^1].Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_folder_nothing_is_kept()
    {
        using var random = new RandomSource(1, CPU);
        using var images = TinyPhotos.Images(random);

        using var sight = new SightFolder(null).Of(TinyPhotos.Options, images, CPU, null, CancellationToken.None);

        Assert.Equal(TinyPhotos.Data.Train.Count, sight.Styles.shape[0]);
    }

    private string[] Files => Directory.GetFiles(_temp["features"]);

    private Sight See(TrainingOptions options)
    {
        using var random = new RandomSource(1, CPU);
        using var images = TinyPhotos.Images(random);
        var progress = new ImmediateProgress<ActivityReport>(_reports.Add);
        return new SightFolder(_temp["features"]).Of(options, images, CPU, progress, CancellationToken.None);
    }
}
