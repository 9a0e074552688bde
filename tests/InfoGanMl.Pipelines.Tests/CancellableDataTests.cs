using InfoGanMl.Testing;
using InfoGanMl.Testing.Pipelines;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Tests;

public sealed class CancellableDataTests : IDisposable
{
    private readonly MLContext _mlContext = new(seed: 1);
    private readonly CancellationTokenSource _source = new();

    public void Dispose() => _source.Dispose();

    [Fact]
    public async Task Recognition_stops_within_a_batch()
    {
        var images = await Digits.TestImagesAsync(20);
        var data = _mlContext
            .Data.LoadImages(Digits.ToRows(images), PretrainedModel.Mnist)
            .WithCancellation(_source.Token);
        using var recognizer = _mlContext
            .Transforms.RecognizeWithInfoGan(PretrainedModel.Mnist, batchSize: 4)
            .Fit(data);

        var read = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var _ in recognizer.Transform(data).GetColumn<float[]>("features"))
            {
                if (++read == 6)
                {
                    _source.Cancel();
                }
            }
        });

        Assert.Equal(6, read);
    }

    [Fact]
    public async Task Nothing_changes_until_then()
    {
        var images = await Digits.TestImagesAsync(9);
        var data = _mlContext.Data.Cache(_mlContext.Data.LoadImages(Digits.ToRows(images), PretrainedModel.Mnist));

        var cancellable = data.WithCancellation(_source.Token);

        Assert.Same(data.Schema, cancellable.Schema);
        Assert.Equal(data.CanShuffle, cancellable.CanShuffle);
        Assert.Equal(data.GetColumn<int>("Label"), cancellable.GetColumn<int>("Label"));
        Assert.Equal(data.GetColumn<float[]>("image"), cancellable.GetColumn<float[]>("image"));
    }
}
