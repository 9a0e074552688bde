using InfoGanMl.Models;
using InfoGanMl.Models.Images;
using InfoGanMl.Pictures.Errors;
using InfoGanMl.Pipelines.Errors;
using InfoGanMl.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

/// <summary>One broken file among many need not end a sorting.</summary>
public sealed class BrokenPicturesTests : IDisposable
{
    private const int Good = 150; // more than two batches
    private static readonly ModelFolder Model = TinyFolder.Model;

    private readonly MLContext _mlContext = new(seed: 1);
    private readonly TempFolder _folder = new();
    private readonly LeftOutList _leftOut = new();

    public BrokenPicturesTests()
    {
        var random = new Random(1);
        for (var i = 0; i < Good; i++)
        {
            var pixels = new byte[64];
            random.NextBytes(pixels);
            _folder.Write($"{i % 2}/{i:D3}.png", PngImage.Encode(pixels, new(1, 8, 8)));
        }

        _folder.Write("0/000a.png", [1, 2, 3]);
        _folder.Write("0/070 empty.png", []);
        _folder.Write("1/._001.png", [0, 5, 22, 7]); // as a Mac's archive has them
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void By_default_the_first_broken_picture_is_named_whatever_reads_it()
    {
        var files = _mlContext.Data.LoadPictureFiles(_folder.Path);
        var trainer = _mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy();

        var read = Assert.Throws<InvalidPictureException>(() =>
            Recognize(BrokenPictures.Throw).Fit(files).Transform(files).GetColumn<float[]>("features").ToList()
        );
        var trained = Assert.Throws<InvalidPictureException>(() =>
            _mlContext
                .ClassifyWithInfoGan(Model, trainer, "Folder", pictures: _mlContext.Transforms.LoadPictures(Model))
                .Fit(files)
        );

        Assert.Equal(_folder["0/000a.png"], read.Path);
        Assert.Equal(_folder["0/000a.png"], trained.Path);
    }

    [Theory]
    [InlineData("features", "Path")]
    [InlineData("Path", "features")]
    [InlineData("Path", "Folder")]
    public void Skipped_rows_are_the_same_ones_whatever_is_asked_for(params string[] columns)
    {
        var files = _mlContext.Data.LoadPictureFiles(_folder.Path);
        using var fitted = Recognize(BrokenPictures.Skip).Fit(files);
        var found = fitted.Transform(files);

        var counts = columns.Select(column => Count(found, column)).ToList();

        Assert.Equal([Good, Good], counts);
        Assert.Equal([_folder["0/000a.png"], _folder["0/070 empty.png"]], _leftOut.Paths);
    }

    [Fact]
    public void A_folder_with_broken_pictures_is_sorted_by_a_classifier_that_learned_from_it()
    {
        var files = _mlContext.Data.LoadPictureFiles(_folder.Path);
        var trainer = _mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy();
        var pictures = _mlContext.Transforms.LoadPictures(Model, broken: BrokenPictures.Skip);
        using var fitted = _mlContext.ClassifyWithInfoGan(Model, trainer, "Folder", pictures: pictures).Fit(files);

        var predicted = fitted.Transform(files).GetColumn<string>("PredictedLabel").ToList();

        Assert.Equal(Good, predicted.Count);
    }

    [Fact]
    public void Missing_rows_stay_and_nothing_is_known_of_them()
    {
        var files = _mlContext.Data.LoadPictureFiles(_folder.Path);
        using var fitted = Recognize(BrokenPictures.Missing).Fit(files);
        var found = fitted.Transform(files);

        var features = found.GetColumn<float[]>("features").ToList();
        var paths = found.GetColumn<string>("Path").ToList();

        Assert.Equal(Good + 2, features.Count);
        Assert.Equal(
            [_folder["0/000a.png"], _folder["0/070 empty.png"]],
            paths.Where((_, row) => features[row].All(float.IsNaN))
        );
        Assert.Equal(Good, features.Count(row => row.All(float.IsFinite)));
    }

    [Fact]
    public void A_missing_row_has_no_predicted_class()
    {
        var files = _mlContext.Data.LoadPictureFiles(_folder.Path);
        using var fitted = Recognize(BrokenPictures.Missing)
            .Append(_mlContext.NameCategories(Model, "Folder"))
            .Fit(files);

        var found = fitted.Transform(files);

        Assert.All(
            found.GetColumn<string>("Path").Zip(found.GetColumn<string>("PredictedLabel")),
            row => Assert.Equal(Path.GetFileName(row.First).Length == "000.png".Length, row.Second.Length == 1)
        );
    }

    [Theory]
    [InlineData(BrokenPictures.Throw)]
    [InlineData(BrokenPictures.Skip)] // a row of its own cannot be left out
    public void A_prediction_engine_refuses_a_broken_picture(BrokenPictures policy)
    {
        using var engine = CreateEngine(policy);

        Assert.Throws<InvalidPictureException>(() => engine.Predict(new() { Path = _folder["0/000a.png"] }));
    }

    [Fact]
    public void A_prediction_engine_may_give_a_missing_one()
    {
        using var engine = CreateEngine(BrokenPictures.Missing);

        Assert.All(
            engine.Predict(new() { Path = _folder["0/000a.png"] }).Features,
            value => Assert.Equal(float.NaN, value)
        );
        Assert.All(
            engine.Predict(new() { Path = _folder["0/000.png"] }).Features,
            value => Assert.True(float.IsFinite(value))
        );
    }

    private EstimatorChain<Batching.InfoGanTransformer> Recognize(BrokenPictures policy) =>
        _mlContext
            .Transforms.LoadPictures(Model, broken: policy, leftOut: _leftOut)
            .Append(_mlContext.Transforms.RecognizeWithInfoGan(Model));

    private PredictionEngine<PictureFile, Found> CreateEngine(BrokenPictures policy)
    {
        var none = _mlContext.Data.LoadFromEnumerable<PictureFile>([]);
        return _mlContext.Model.CreatePredictionEngine<PictureFile, Found>(Recognize(policy).Fit(none));
    }

    private static int Count(IDataView rows, string column) =>
        column == "features" ? rows.GetColumn<float[]>(column).Count() : rows.GetColumn<string>(column).Count();

    private sealed class Found
    {
        [ColumnName("features")]
        public float[] Features { get; set; } = [];
    }

    /// <summary>Keeps what is reported at once, and not on another thread some time.</summary>
    private sealed class LeftOutList : IProgress<InvalidPictureException>
    {
        private readonly List<string> _paths = [];

        public IReadOnlyList<string> Paths => _paths;

        public void Report(InvalidPictureException value) => _paths.Add(value.Path);
    }
}
