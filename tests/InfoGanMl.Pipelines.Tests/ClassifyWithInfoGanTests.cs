using InfoGanMl.Models.Images;
using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;

namespace InfoGanMl.Pipelines.Tests;

public sealed class ClassifyWithInfoGanTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    private IEstimator<ITransformer> Trainer =>
        _mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(
            new LbfgsMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1 }
        );

    [Fact]
    public async Task A_hundred_labels_make_a_classifier_whose_quality_ML_NET_can_measure()
    {
        var train = await Digits.LabeledAsync(100);
        var test = await Digits.TestImagesAsync(500);

        using var classifier = _mlContext
            .ClassifyWithInfoGan(PretrainedModel.Mnist, Trainer)
            .Fit(_mlContext.Data.LoadImages(Digits.ToRows(train), PretrainedModel.Mnist));
        var scored = classifier.Transform(_mlContext.Data.LoadImages(Digits.ToRows(test), PretrainedModel.Mnist));
        var labeled = classifier.OfType<ValueToKeyMappingTransformer>().Single().Transform(scored);

        Assert.InRange(_mlContext.MulticlassClassification.Evaluate(labeled).MicroAccuracy, 0.95, 1);
    }

    [Fact]
    public async Task Labels_may_be_words_in_a_column_of_any_name()
    {
        var train = await Digits.LabeledAsync(100);
        var rows = Digits.ToRows(train).Select(row => new NamedRow { Image = row.Image, Parity = NameOf(row.Label) });

        using var classifier = _mlContext
            .ClassifyWithInfoGan(PretrainedModel.Mnist, Trainer, labelColumnName: nameof(NamedRow.Parity))
            .Fit(_mlContext.Data.LoadImages(rows, PretrainedModel.Mnist));
        var predicted = classifier
            .Transform(_mlContext.Data.LoadImages(rows, PretrainedModel.Mnist))
            .GetColumn<string>("PredictedLabel");

        Assert.Equal(["even", "odd"], predicted.Distinct().Order());
    }

    [Fact]
    public async Task The_scoring_part_needs_no_label_and_serves_single_images()
    {
        var train = await Digits.LabeledAsync(100);
        using var classifier = _mlContext
            .ClassifyWithInfoGan(PretrainedModel.Mnist, Trainer)
            .Fit(_mlContext.Data.LoadImages(Digits.ToRows(train), PretrainedModel.Mnist));

        using var engine = _mlContext.Model.CreatePredictionEngine<ImageRow, Prediction>(
            classifier.GetModelFor(TransformerScope.Scoring),
            inputSchemaDefinition: ImageRow.SchemaOf<ImageRow>(train.Format)
        );
        var predicted = Digits.ToRows(train).Select(row => engine.Predict(new() { Image = row.Image }).PredictedLabel);

        Assert.True(predicted.Zip(train.Labels).Count(pair => pair.First == pair.Second) > 90);
    }

    [Fact]
    public async Task Folders_of_picture_files_train_a_classifier_that_needs_a_path_alone()
    {
        var train = await Digits.LabeledAsync(100);
        using var folder = new TempFolder();
        for (var i = 0; i < train.Count; i++)
        {
            var pixels = train.Pixels.AsSpan(i * train.Format.Size, train.Format.Size);
            folder.Write($"{train.Labels[i]}/{i}.png", PngImage.Encode(pixels, train.Format));
        }

        var files = _mlContext.Data.LoadPictureFiles(folder.Path);
        using var classifier = _mlContext
            .ClassifyWithInfoGan(
                PretrainedModel.Mnist,
                Trainer,
                labelColumnName: nameof(PictureFile.Folder),
                pictures: _mlContext.Transforms.LoadPictures(PretrainedModel.Mnist)
            )
            .Fit(files);
        _mlContext.Model.Save(classifier.GetModelFor(TransformerScope.Scoring), null, folder["classifier.zip"]);
        var loaded = _mlContext.Model.Load(folder["classifier.zip"], out _);
        using var engine = _mlContext.Model.CreatePredictionEngine<PathRow, FolderPrediction>(loaded);

        var rows = _mlContext.Data.CreateEnumerable<PictureFile>(files, reuseRowObject: false);
        Assert.True(rows.Count(row => engine.Predict(new() { Path = row.Path }).PredictedLabel == row.Folder) > 90);
    }

    [Theory]
    [InlineData(RecognizerOutputs.Probabilities, 10)]
    [InlineData(RecognizerOutputs.Probabilities | RecognizerOutputs.Means, 12)]
    [InlineData(RecognizerOutputs.Features, 128)]
    [InlineData(RecognizerOutputs.All, 140)]
    public async Task Features_are_made_of_the_chosen_outputs(RecognizerOutputs outputs, int width)
    {
        var train = await Digits.LabeledAsync(20);
        var data = _mlContext.Data.LoadImages(Digits.ToRows(train), PretrainedModel.Mnist);

        using var classifier = _mlContext
            .ClassifyWithInfoGan(PretrainedModel.Mnist, Trainer, outputs: outputs)
            .Fit(data);

        Assert.Equal(width, classifier.Transform(data).GetColumn<float[]>("Features").First().Length);
    }

    [Fact]
    public void Choosing_no_output_is_refused()
    {
        Assert.Throws<ArgumentException>(() =>
            _mlContext.ClassifyWithInfoGan(PretrainedModel.Mnist, Trainer, outputs: default)
        );
    }

    private static string NameOf(int digit) => digit % 2 == 0 ? "even" : "odd";

    private sealed class NamedRow : ImageRow
    {
        public string Parity { get; set; } = "";
    }

    private sealed class Prediction
    {
        public int PredictedLabel { get; set; }
    }

    private sealed class PathRow
    {
        public string Path { get; set; } = "";
    }

    private sealed class FolderPrediction
    {
        public string PredictedLabel { get; set; } = "";
    }
}
