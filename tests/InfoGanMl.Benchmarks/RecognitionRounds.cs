using System.Diagnostics;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Models;
using InfoGanMl.Models.Images;
using InfoGanMl.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace InfoGanMl.Benchmarks;

/// <summary>
/// Recognizing images in ML.NET with our transformer, with ML.NET's own, which runs row by row, and with ONNX Runtime alone,
/// at the same batch size. Everything on the CPU.
/// </summary>
internal sealed class RecognitionRounds : IDisposable
{
    private const int BatchSize = 64; // the default of RecognizeWithInfoGan

    private readonly ModelFolder _model;
    private readonly float[] _pixels;
    private readonly int _count;
    private readonly IDataView _data;
    private readonly ITransformer _stock;
    private readonly ITransformer _batched;
    private readonly InferenceSession _session;
    private readonly List<(double Stock, double Batched, double Bare)> _speeds = [];
    private float _largestDifference;

    /// <summary>Opens everything; nothing is measured yet.</summary>
    /// <param name="model">The model whose Q recognizes.</param>
    /// <param name="images">Images of the model's size.</param>
    public RecognitionRounds(ModelFolder model, ImageSet images)
    {
        _model = model;
        _pixels = ImageFormat.ToFloats(images.Pixels);
        _count = images.Count;
        var mlContext = new MLContext(seed: 1);
        var rows = _pixels.Chunk(images.Format.Size).Select(image => new ImageRow { Image = image }).ToList();
        _data = mlContext.Data.LoadImages(rows, model);
        string[] inputs = [.. model.Manifest.Recognizer.Inputs.Select(tensor => tensor.Name)];
        string[] outputs = [.. model.Manifest.Recognizer.Outputs.Select(tensor => tensor.Name)];
        _stock = mlContext.Transforms.ApplyOnnxModel(outputs, inputs, model.RecognizerPath).Fit(_data);
        _batched = mlContext.Transforms.RecognizeWithInfoGan(model, batchSize: BatchSize).Fit(_data);
        _session = new(model.RecognizerPath);
    }

    /// <summary>Recognizes all images three times.</summary>
    public void MeasureRound()
    {
        var (stock, ofStock) = Time(() => Read(_stock));
        var (batched, ofBatched) = Time(() => Read(_batched));
        var (bare, _) = Time(RunBare);
        _speeds.Add((_count / stock, _count / batched, _count / bare));
        _largestDifference = ofStock.Zip(ofBatched, (a, b) => MathF.Abs(a - b)).Append(_largestDifference).Max();
    }

    /// <summary>Sums up all rounds.</summary>
    public RecognitionResult Summarize() =>
        new(
            _count,
            BatchSize,
            Measured.Of(_speeds.Select(speed => speed.Batched)),
            Measured.Of(_speeds.Select(speed => speed.Batched / speed.Stock)),
            Measured.Of(_speeds.Select(speed => speed.Batched / speed.Bare)),
            _largestDifference
        );

    /// <inheritdoc/>
    public void Dispose()
    {
        (_stock as IDisposable)?.Dispose();
        (_batched as IDisposable)?.Dispose();
        _session.Dispose();
    }

    /// <summary>Values in all outputs of a row.</summary>
    private int Width => _model.Manifest.Recognizer.Outputs.Sum(output => output.Width);

    private static (double Seconds, float[] Values) Time(Func<float[]> recognize)
    {
        var start = Stopwatch.GetTimestamp();
        var values = recognize();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, values);
    }

    /// <summary>All outputs of every row, in the order of the columns.</summary>
    private float[] Read(ITransformer transformer)
    {
        var scored = transformer.Transform(_data);
        var columns = _model.Manifest.Recognizer.Outputs.Select(tensor => scored.Schema[tensor.Name]).ToList();
        using var cursor = scored.GetRowCursor(columns);
        ValueGetter<VBuffer<float>>[] getters = [.. columns.Select(cursor.GetGetter<VBuffer<float>>)];
        var (values, filled) = (new float[_count * Width], 0);
        VBuffer<float> value = default;
        while (cursor.MoveNext())
        {
            foreach (var getter in getters)
            {
                getter(ref value);
                value.GetValues().CopyTo(values.AsSpan(filled));
                filled += value.Length;
            }
        }

        return values;
    }

    private float[] RunBare()
    {
        var (input, outputs) = (_model.Manifest.Recognizer.Inputs[0], _session.OutputNames);
        using var options = new RunOptions();
        for (var start = 0; start < _count; start += BatchSize)
        {
            var rows = Math.Min(BatchSize, _count - start);
            using var images = OrtValue.CreateTensorValueFromMemory(
                OrtMemoryInfo.DefaultInstance,
                _pixels.AsMemory(start * input.Width, rows * input.Width),
                [rows, .. input.Shape]
            );
            using var found = _session.Run(options, [input.Name], [images], outputs);
        }

        return [];
    }
}

/// <summary>Recognition in ML.NET.</summary>
/// <param name="Images">Images in a round.</param>
/// <param name="BatchSize">Images in one call of ONNX Runtime.</param>
/// <param name="ImagesPerSecond">Images per second of our transformer.</param>
/// <param name="TimesStock">How many times as fast as ML.NET's own transformer.</param>
/// <param name="ShareOfBare">Share of the speed of ONNX Runtime alone.</param>
/// <param name="LargestDifference">Largest absolute difference of any output from ML.NET's own.</param>
internal sealed record RecognitionResult(
    int Images,
    int BatchSize,
    Measured ImagesPerSecond,
    Measured TimesStock,
    Measured ShareOfBare,
    float LargestDifference
);
