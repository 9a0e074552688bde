using InfoGanMl.Datasets.Images;
using InfoGanMl.Models;
using InfoGanMl.Models.Images;
using InfoGanMl.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Stress;

/// <summary>Many threads that score images through one loaded model at the same time.</summary>
internal sealed class ScoringStress : IDisposable
{
    private readonly IDataView _images;
    private readonly TransformerChain<ITransformer> _loaded;
    private readonly List<float[]> _expected;

    /// <summary>Saves Q, loads it, and scores the images once on one thread.</summary>
    public ScoringStress(ModelFolder model, ImageSet images)
    {
        var mlContext = new MLContext(seed: 1);
        var rows = ImageFormat
            .ToFloats(images.Pixels)
            .Chunk(images.Format.Size)
            .Select(image => new ImageRow { Image = image });
        _images = mlContext.Data.LoadImages(rows.ToList(), model);
        using var saved = new MemoryStream();
        using (var fitted = mlContext.Transforms.RecognizeWithInfoGan(model).Fit(_images))
        {
            mlContext.Model.Save(fitted, _images.Schema, saved);
        }

        _loaded = mlContext.Model.BatchInfoGan(mlContext.Model.Load(saved, out _));
        _expected = Score();
    }

    /// <summary>Scores all images again and again.</summary>
    /// <returns>How often, and how many answers were not those of one thread.</returns>
    public (int Passes, int Differences) Run(int threads, CancellationToken stop)
    {
        var (passes, differences) = (0, 0);
        var workers = Enumerable
            .Range(0, threads)
            .Select(_ => new Thread(() =>
            {
                while (!stop.IsCancellationRequested)
                {
                    var different = Score().Zip(_expected).Count(row => !row.First.AsSpan().SequenceEqual(row.Second));
                    Interlocked.Increment(ref passes);
                    Interlocked.Add(ref differences, different);
                }
            }))
            .ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return (passes, differences);
    }

    public void Dispose() => _loaded.Dispose();

    private List<float[]> Score() => [.. _loaded.Transform(_images).GetColumn<float[]>("features")];
}
