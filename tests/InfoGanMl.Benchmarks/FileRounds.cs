using System.Diagnostics;
using InfoGanMl.Models;
using InfoGanMl.Pictures;
using InfoGanMl.Pipelines;
using InfoGanMl.Pipelines.Batching;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Benchmarks;

/// <summary>
/// From paths to categories in ML.NET, beside the decoder alone and Q alone, both on all cores: the pipeline can be no faster than
/// the slower of them. Everything on the CPU.
/// </summary>
internal sealed class FileRounds : IDisposable
{
    private readonly string[] _paths;
    private readonly PictureReader _decoder;
    private readonly IDataView _rows;
    private readonly TransformerChain<InfoGanTransformer> _pipeline;
    private readonly InfoGanTransformer _recognizer;
    private readonly IDataView _images;
    private readonly string _answers;
    private readonly List<(double Pipeline, double Decoder, double Recognizer)> _speeds = [];

    /// <summary>Opens everything; nothing is measured yet.</summary>
    /// <param name="model">The model whose Q recognizes; it has a categorical code.</param>
    /// <param name="paths">Pictures.</param>
    public FileRounds(ModelFolder model, string[] paths)
    {
        var mlContext = new MLContext(seed: 1);
        (_paths, _decoder) = (paths, new(model.Manifest.Preparation, model.Image));
        _answers = model.Latent.Categorical[0].ProbabilitiesName;
        _rows = mlContext.Data.LoadFromEnumerable(paths.Select(path => new PictureFile { Path = path }).ToList());
        _pipeline = mlContext
            .Transforms.LoadPictures(model)
            .Append(mlContext.Transforms.RecognizeWithInfoGan(model))
            .Fit(_rows);
        var images = mlContext.Transforms.LoadPictures(model).Fit(_rows).Transform(_rows);
        _images = mlContext.Data.Cache(images, "image");
        _recognizer = mlContext.Transforms.RecognizeWithInfoGan(model).Fit(_images);
        Read(_recognizer.Transform(_images)); // fills the cache
    }

    /// <summary>Reads and recognizes all pictures three times.</summary>
    public void MeasureRound() =>
        _speeds.Add(
            (
                SpeedOf(() => Read(_pipeline.Transform(_rows))),
                SpeedOf(() => Parallel.ForEach(_paths, path => _decoder.Read(path))),
                SpeedOf(() => Read(_recognizer.Transform(_images)))
            )
        );

    /// <summary>Sums up all rounds.</summary>
    /// <param name="what">What the files are.</param>
    public FileResult Summarize(string what) =>
        new(
            what,
            _paths.Length,
            Measured.Of(_speeds.Select(speed => speed.Pipeline)),
            Measured.Of(_speeds.Select(speed => speed.Decoder)),
            Measured.Of(_speeds.Select(speed => speed.Recognizer)),
            Measured.Of(_speeds.Select(speed => speed.Pipeline / Math.Min(speed.Decoder, speed.Recognizer)))
        );

    /// <inheritdoc/>
    public void Dispose()
    {
        _pipeline.Dispose();
        _recognizer.Dispose();
    }

    /// <summary>Pictures per second.</summary>
    private double SpeedOf(Action read)
    {
        var start = Stopwatch.GetTimestamp();
        read();
        return _paths.Length / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private void Read(IDataView recognized)
    {
        var column = recognized.Schema[_answers];
        using var cursor = recognized.GetRowCursor([column]);
        var getter = cursor.GetGetter<VBuffer<float>>(column);
        VBuffer<float> answer = default;
        while (cursor.MoveNext())
        {
            getter(ref answer);
        }
    }
}

/// <summary>Recognition of files in ML.NET.</summary>
/// <param name="Files">What they are.</param>
/// <param name="Count">How many in a round.</param>
/// <param name="PerSecond">Files per second, from path to category.</param>
/// <param name="DecoderPerSecond">Files per second of the decoder alone.</param>
/// <param name="RecognizerPerSecond">Images per second of Q alone.</param>
/// <param name="ShareOfSlower">Share of the speed of the slower of both, in each round.</param>
internal sealed record FileResult(
    string Files,
    int Count,
    Measured PerSecond,
    Measured DecoderPerSecond,
    Measured RecognizerPerSecond,
    Measured ShareOfSlower
);
