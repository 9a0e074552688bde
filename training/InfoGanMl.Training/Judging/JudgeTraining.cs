using System.Globalization;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Files;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Steps;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Judging;

/// <summary>How one pass over the training images went.</summary>
/// <param name="Epoch">Passes done.</param>
/// <param name="Epochs">Passes to do.</param>
/// <param name="Loss">Mean of −log p(class) in nats, over the augmented training images.</param>
public sealed record JudgeReport(int Epoch, int Epochs, double Loss);

/// <summary>
/// Trains a judge by cross-entropy on the labeled training images, on the CPU: it takes minutes there, and a seed then gives
/// the same judge with and without a GPU.
/// </summary>
/// <param name="options">How to train.</param>
/// <param name="data">Training images to learn from; test images to score the finished judge on, and for nothing else.</param>
public sealed class JudgeTraining(JudgeOptions options, ImageDataset data)
{
    private readonly ImageSet _train = data.Train.Labeled();
    private readonly ImageSet _test = data.Test.Labeled();

    /// <summary>Trains, scores and exports.</summary>
    /// <param name="output">The ONNX file; replaced when it exists.</param>
    /// <param name="progress">Told after every epoch.</param>
    /// <param name="stop">Ends the training after the current step; nothing is written then.</param>
    /// <returns>How the judge does on the test images.</returns>
    /// <exception cref="InvalidOptionsException">The options, the images or the output file do not work out.</exception>
    /// <exception cref="TrainingDivergedException">The loss became infinite or no number.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public JudgeScore Run(string output, IProgress<JudgeReport> progress, CancellationToken stop)
    {
        options.Validated();
        CheckImages();
        var file = PrepareFile(output);
        var networks = BuildNetworks();
        using var random = new RandomSource((ulong)options.Seed, CPU);
        using var judge = new TrainableJudge(networks, random.Generator);
        using var images = new LabeledImages(_train, random);
        using var optimizer = new FusedAdam(judge.Parameters, options.LearningRate);
        var augmentation = new RandomAugmentation(options.Augmentation, random);
        var stepsPerEpoch = _train.Count / options.BatchSize;
        var epochs = options.EpochsOver(_train.Count);
        var steps = epochs * stepsPerEpoch;

        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var loss = 0.0;
            for (var step = epoch * stepsPerEpoch; step < (epoch + 1) * stepsPerEpoch; step++)
            {
                stop.ThrowIfCancellationRequested();
                optimizer.LearningRate = options.LearningRate * (1 - (double)step / steps);
                loss += Step(judge, images, augmentation, optimizer) / stepsPerEpoch;
                RequireFinite(step + 1, loss);
            }

            progress.Report(new(epoch + 1, epochs, loss));
        }

        var score = JudgeScore.Measure(judge, _test);
        AtomicFile.Write(file, JudgeExporter.Export(judge, Describe(score)));
        return score;
    }

    /// <summary>−log p(class) of one batch, before the update.</summary>
    private double Step(
        TrainableJudge judge,
        LabeledImages images,
        RandomAugmentation augmentation,
        FusedAdam optimizer
    )
    {
        using var scope = new StepScope();
        judge.Train(true);
        var (originals, labels) = images.Next(options.BatchSize);
        var loss = nn.functional.cross_entropy(judge.Classify(augmentation.Apply(originals).Images), labels);
        optimizer.Minimize(loss);
        return loss.item<float>();
    }

    private static void RequireFinite(int step, double loss)
    {
        if (!double.IsFinite(loss))
        {
            throw new TrainingDivergedException(step, FormattableString.Invariant($"loss = {loss}"), null);
        }
    }

    private void CheckImages()
    {
        var classes = _train.Labels.Distinct().Count();
        string[] mistakes =
        [
            .. classes >= 2 ? [] : new[] { $"'{data.Name}' has labels of {classes} class; expected at least 2." },
            .. _test.IsLabeled ? [] : new[] { $"'{data.Name}' has test images without labels; expected labels." },
            .. _train.Count >= options.BatchSize
                ? []
                : new[]
                {
                    $"'{data.Name}' has {_train.Count} training images with labels; expected at least a batch of {options.BatchSize}.",
                },
        ];
        if (mistakes.Length > 0)
        {
            throw new InvalidOptionsException(mistakes);
        }
    }

    /// <summary>Before the training, so that it is not in vain.</summary>
    private static string PrepareFile(string path)
    {
        var file = Path.GetFullPath(path);
        if (Directory.Exists(file))
        {
            throw new InvalidOptionsException([$"output is {file}, a folder; expected an ONNX file to write."]);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }

    /// <summary>One output for each label from 0 to the largest one, be it of test images alone.</summary>
    private JudgeNetworks BuildNetworks()
    {
        try
        {
            return new(data.Train.Format, data.CountClasses());
        }
        catch (ArgumentException misfit)
        {
            throw new InvalidOptionsException([misfit.Message]);
        }
    }

    private IEnumerable<(string Key, string Value)> Describe(JudgeScore test) =>
        [
            ("data_set", data.Name),
            ("seed", $"{options.Seed}"),
            ("image", $"{data.Train.Format}, values in [0, 1]"),
            ("test_accuracy", test.Accuracy.ToString("F4", CultureInfo.InvariantCulture)),
            ("test_loss", test.Loss.ToString("F6", CultureInfo.InvariantCulture)),
        ];
}
