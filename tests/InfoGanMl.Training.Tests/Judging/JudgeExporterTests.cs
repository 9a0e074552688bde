using InfoGanMl.Recipes.Networks;
using InfoGanMl.Training.Export.Onnx;
using InfoGanMl.Training.Judging;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Judging;

/// <summary>That ONNX Runtime computes the same from it is a test of the evaluation, which has ONNX Runtime.</summary>
public sealed class JudgeExporterTests : IDisposable
{
    private readonly TrainableJudge _judge = new(new JudgeNetworks(new(1, 28, 28), 10), new Generator(1));

    public void Dispose() => _judge.Dispose();

    [Fact]
    public void Old_runtimes_load_the_file_and_the_repository_can_hold_it()
    {
        var bytes = JudgeExporter.Export(_judge, []);

        var model = ModelProto.Parser.ParseFrom(bytes);
        Assert.Equal((8, 17), (model.IrVersion, model.OpsetImport.Single().Version));
        Assert.InRange(bytes.Length, 1, 1_000_000);
    }

    [Fact]
    public void Images_go_in_and_probabilities_and_features_come_out()
    {
        var graph = Export().Graph;

        Assert.Equal(["image[N,1,28,28]"], graph.Input.Select(Describe));
        Assert.Equal(["probabilities[N,10]", "features[N,96]"], graph.Output.Select(Describe));
        Assert.All(graph.Input.Concat(graph.Output), tensor => Assert.NotEmpty(tensor.DocString));
    }

    [Fact]
    public void Every_name_that_a_node_reads_is_written_before_it()
    {
        var graph = Export().Graph;
        var known = graph.Input.Select(t => t.Name).Concat(graph.Initializer.Select(t => t.Name)).ToHashSet();

        foreach (var node in graph.Node)
        {
            Assert.Subset(known, node.Input.ToHashSet());
            Assert.All(node.Output, output => Assert.True(known.Add(output), $"{output} is written twice"));
        }

        Assert.Subset(known, graph.Output.Select(t => t.Name).ToHashSet());
    }

    private ModelProto Export() => ModelProto.Parser.ParseFrom(JudgeExporter.Export(_judge, []));

    private static string Describe(ValueInfoProto tensor)
    {
        var shape = tensor.Type.TensorType.Shape.Dim;
        return $"{tensor.Name}[{string.Join(',', shape.Select(d => d.HasDimParam ? d.DimParam : $"{d.DimValue}"))}]";
    }
}
