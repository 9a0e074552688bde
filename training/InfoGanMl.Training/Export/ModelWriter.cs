using System.Text.Json;
using InfoGanMl.Models;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Runs;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Devices;
using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Export;

/// <summary>Turns the networks of a running training into model folders, sample grids and reference tensors.</summary>
public sealed class ModelWriter : IDisposable
{
    private const int GridColumns = 10;
    private const int StatisticsBatch = 256;
    private const int StatisticsBatches = 60; // what came before them weighs 0.9^60 = 0.2 % at the usual momentum
    private static readonly int[] ReferenceBatches = [1, 7, 64];

    private readonly TrainingOptions _options;
    private readonly InfoGan _gan;
    private readonly RealImages _images;
    private readonly LatentTensors _latents;
    private readonly Tensor _gridLatents;

    /// <summary>Fixes the latents of the sample grids, so that pictures of different steps can be compared.</summary>
    /// <param name="options">Latent space and image format.</param>
    /// <param name="gan">The networks, in training.</param>
    /// <param name="images">Real images for Q's batch norm statistics.</param>
    /// <param name="random">Source of grid and reference latents; another than the training's, which it must not disturb.</param>
    public ModelWriter(TrainingOptions options, InfoGan gan, RealImages images, RandomSource random)
    {
        _options = options;
        _gan = gan;
        _images = images;
        _latents = new(options.Latent.Space, random);
        _gridLatents = _latents.SampleGrid(GridColumns);
    }

    /// <summary>Draws the sample grid, a row per category, as PNG.</summary>
    public byte[] DrawSamples()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        _gan.Train(false);
        var images = _gan.Generator.forward(_gridLatents).cpu().contiguous();
        return ImageGrid.ToPng(images.data<float>().ToArray(), _options.Image, GridColumns);
    }

    /// <summary>Exports G and Q into a new model folder.</summary>
    public ModelFolder WriteModel(string path, ImageOrigin images, TrainingFigures training)
    {
        if (_options.RealStatistics)
        {
            RecomputeRealStatistics();
        }

        var (generator, recognizer) = _options.BuildNetworks().Tensors;
        var manifest = new ModelManifest
        {
            Preset = _options.Preset,
            Seed = _options.Seed,
            Dataset = images.Dataset,
            Latent = _options.Latent.Space,
            Image = _options.Image,
            Preparation = images.Preparation,
            Generator = generator,
            Recognizer = recognizer,
            Training = training,
            Options = JsonSerializer.SerializeToElement(_options, InfoGanJson.Options),
        };
        return ModelFolder.Create(
            path,
            manifest,
            OnnxExporter.ExportGenerator(_gan, _options),
            OnnxExporter.ExportRecognizer(_gan, _options, images.Preparation),
            DrawSamples()
        );
    }

    /// <summary>Exports as <see cref="WriteModel"/> does, and writes random inputs with the outputs of these same networks.</summary>
    /// <param name="path">The model folder.</param>
    /// <param name="references">The folder of the inputs and outputs (<see cref="ReferenceTensors"/>).</param>
    /// <param name="images">Where the training images come from.</param>
    /// <param name="training">How the training went.</param>
    public ModelFolder WriteModelWithReferences(
        string path,
        string references,
        ImageOrigin images,
        TrainingFigures training
    )
    {
        var model = WriteModel(path, images, training);
        WriteReferences(references); // before a step, or another export, changes the batch norms
        return model;
    }

    /// <inheritdoc/>
    public void Dispose() => _gridLatents.Dispose();

    private void WriteReferences(string folder)
    {
        using var _ = no_grad();
        using var exact = TrainingDevice.WithoutTensorFloat32(); // what they are compared with is exact, too
        _gan.Train(false);
        foreach (var count in ReferenceBatches)
        {
            using var scope = NewDisposeScope();
            WriteGeneratorReference(folder, count);
            WriteRecognizerReference(folder, count);
        }
    }

    /// <summary>
    /// Recomputes the trunk's and Q's batch norm statistics on real images, as the running averages of the training are of real
    /// and generated ones in turn. On MNIST that is worth little: 98.54 % accuracy instead of 98.40 %
    /// (models/reproduction/ablation.md).
    /// </summary>
    private void RecomputeRealStatistics()
    {
        using var _ = no_grad();
        _gan.Train(true);
        var stride = Math.Max(1, _images.Count / StatisticsBatch);
        for (var batch = 0; batch < StatisticsBatches; batch++)
        {
            using var scope = NewDisposeScope();
            _gan.Recognizer.Recognize(_gan.Trunk.forward(_images.EveryNth(stride, batch % stride)));
        }
    }

    private void WriteGeneratorReference(string folder, int count)
    {
        var latents = _latents.Sample(count);
        var inputs = _options.Latent.Space.GeneratorInputs;
        var widths = inputs.Select(input => (long)input.Width).ToArray();
        foreach (var (input, values) in inputs.Zip(latents.split(widths, 1)))
        {
            Save(folder, "generator", input.Name, values);
        }

        Save(folder, "generator", "image", _gan.Generator.forward(latents));
    }

    private void WriteRecognizerReference(string folder, int count)
    {
        var images = _gan.Generator.forward(_latents.Sample(count));
        var features = _gan.Recognizer.Features.forward(_gan.Trunk.forward(images));
        var rawCodes = _gan.Recognizer.Codes.forward(features);
        var latent = _options.Latent.Space;
        var sizes = latent.Categorical.Select(code => (long)code.Size).Concat(latent.Continuous.Select(_ => 1L));
        var codes = rawCodes.split([.. sizes], 1);

        Save(folder, "recognizer", "image", images);
        Save(folder, "recognizer", "features", features);
        foreach (var (i, output) in latent.RecognizerOutputs.Index())
        {
            var isCategorical = i < latent.Categorical.Count;
            Save(folder, "recognizer", output.Name, isCategorical ? codes[i].softmax(1) : codes[i]);
        }
    }

    private static void Save(string folder, string graph, string name, Tensor values)
    {
        var path = ReferenceTensors.PathOf(folder, graph, (int)values.shape[0], name);
        var contiguous = values.cpu().contiguous();
        ReferenceTensors.Write(path, contiguous.data<float>().ToArray(), values.shape.Select(size => (int)size));
    }
}
