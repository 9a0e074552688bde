using InfoGanMl.Inference;
using InfoGanMl.Models.Tensors;
using InfoGanMl.Pipelines.Contexts;
using InfoGanMl.Pipelines.Memory;
using Microsoft.ML;
using Microsoft.ML.Transforms.Onnx;

namespace InfoGanMl.Pipelines.Graphs;

/// <summary>A graph as ML.NET's own step, which is what a pipeline is saved with.</summary>
/// <param name="File">The graph, in memory.</param>
/// <param name="Tensors">Its tensors.</param>
/// <param name="Context">The context, which says where files may be written.</param>
internal sealed record StockGraph(OnnxFile File, GraphTensors Tensors, ContextSettings Context)
{
    /// <summary>Writes that step. ML.NET reads graphs from files alone, so there is one as long as this takes.</summary>
    public void Save(ModelSaveContext ctx)
    {
        var path = Path.Combine(Context.TempFilePath, Path.GetRandomFileName());
        try
        {
            using (var file = new FileStream(path, FileMode.CreateNew))
            {
                file.Write(File.Content);
            }

            using var stock = CreateEstimator(path).Fit(new MemoryDataView(0, GraphColumns.Of(Tensors.Inputs)));
            ((ICanSaveModel)stock).Save(ctx);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private OnnxScoringEstimator CreateEstimator(string path) =>
        Context
            .CreateOnCpu()
            .Transforms.ApplyOnnxModel(
                [.. Tensors.Outputs.Select(tensor => tensor.Name)],
                [.. Tensors.Inputs.Select(tensor => tensor.Name)],
                path
            );
}
