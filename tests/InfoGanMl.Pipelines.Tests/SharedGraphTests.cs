using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using InfoGanMl.Inference;
using InfoGanMl.Pipelines.Batching;
using InfoGanMl.Pipelines.Contexts;
using InfoGanMl.Pipelines.Graphs;
using InfoGanMl.Testing;
using Microsoft.ML;

namespace InfoGanMl.Pipelines.Tests;

/// <summary>When a graph is open that threads share, and disposed by any of them.</summary>
public sealed class SharedGraphTests
{
    private readonly ConcurrentQueue<BatchedSession> _sessions = new();

    [Fact]
    public void Disposal_frees_the_session_and_the_next_run_opens_another()
    {
        var graph = new SharedGraph(Open);
        var expected = Run(graph);

        graph.Dispose();
        Assert.True(Assert.Single(_sessions).IsDisposed);

        Assert.Equal(expected, Run(graph));
        graph.Dispose();
        graph.Dispose();
        Assert.Equal([true, true], _sessions.Select(session => session.IsDisposed));
    }

    [Fact]
    public void Runs_without_a_disposal_share_one_session()
    {
        using var graph = new SharedGraph(Open);

        Parallel.For(0, 100, _ => Run(graph));

        Assert.False(Assert.Single(_sessions).IsDisposed);
    }

    [Fact]
    public void Owners_that_are_forgotten_do_not_keep_it_open()
    {
        var graph = new SharedGraph(Open);
        AddOwner(graph);
        GC.Collect();
        GC.WaitForPendingFinalizers();

        graph.Dispose();

        Assert.True(Assert.Single(_sessions).IsDisposed);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void AddOwner(SharedGraph graph) => graph.AddOwner(new object());
    }

    [Fact]
    public void Engines_that_are_disposed_share_one_session_and_the_transformer_frees_it()
    {
        var mlContext = new MLContext();
        var model = TinyFolder.Model;
        var file = new OnnxFile(model.RecognizerPath).Load();
        var stock = new StockGraph(file, model.Manifest.Recognizer, ContextSettings.Of(mlContext.Model));
        var transformer = new InfoGanTransformer(new(Open), stock, batchSize: 1);

        for (var i = 0; i < 3; i++)
        {
            using var engine = mlContext.Model.CreatePredictionEngine<ImageRow, ImageRow>(
                transformer,
                inputSchemaDefinition: ImageRow.SchemaOf<ImageRow>(model.Image)
            );
            engine.Predict(new() { Image = new float[model.Image.Size] });
        }

        Assert.False(Assert.Single(_sessions).IsDisposed);
        transformer.Dispose();
        Assert.True(Assert.Single(_sessions).IsDisposed);
    }

    [Fact]
    public async Task Disposals_from_other_threads_disturb_no_run_and_leave_nothing_open()
    {
        var graph = new SharedGraph(Open);
        var expected = Run(graph);
        using var together = new Barrier(4);

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            together.SignalAndWait();
                            for (var i = 0; i < 200; i++)
                            {
                                Assert.Equal(expected, Run(graph));
                                graph.Dispose();
                            }
                        },
                        TaskCreationOptions.LongRunning
                    )
                )
        );

        Assert.All(_sessions, session => Assert.True(session.IsDisposed));
    }

    private BatchedSession Open()
    {
        var model = TinyFolder.Model;
        var session = BatchedSession.Open(model.RecognizerPath, model.Manifest.Recognizer, new());
        _sessions.Enqueue(session);
        return session;
    }

    private static float[] Run(SharedGraph graph) =>
        [.. graph.Run(1, 1, [new float[TinyFolder.Model.Image.Size]]).SelectMany(output => output)];
}
