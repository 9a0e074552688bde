using InfoGanMl.Models;

namespace InfoGanMl.Inference.UntrustedGraphs;

/// <summary>
/// Checks an ONNX file from a stranger before ONNX Runtime sees it: it is native code, and takes whatever memory and time a
/// graph asks for.
/// </summary>
/// <remarks>
/// What passes is a graph of the operators that InfoGanMl exports, each with the settings and the shapes that it needs, and
/// limits on its values and multiply-adds for one row. What the numbers in it are worth is not checked.
/// </remarks>
internal static class GraphCheck
{
    /// <summary>Checks a file.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="file">Its bytes.</param>
    /// <exception cref="InvalidModelFolderException">It is none that InfoGanMl exports.</exception>
    public static void Check(string name, ReadOnlySpan<byte> file)
    {
        try
        {
            Check(GraphReader.Read(file));
        }
        catch (GraphFaultException fault)
        {
            throw new InvalidModelFolderException(name, fault.Found, fault.Expected, fault);
        }
    }

    private static void Check(Graph graph)
    {
        var shapes = new GraphShapes(graph.Weights);
        foreach (var input in graph.Inputs)
        {
            shapes.Add(input.Name, input.Shape);
        }

        foreach (var node in graph.Nodes)
        {
            shapes.Add(node);
        }

        var made = graph.Nodes.SelectMany(node => node.Outputs).ToHashSet();
        foreach (var output in graph.Outputs)
        {
            // Each once, and none that is an input at the same time.
            if (!made.Remove(output.Name) || !shapes.Of(output.Name).SequenceEqual(output.Shape))
            {
                throw new GraphFaultException(
                    $"output {output.Name}[{string.Join(',', output.Shape)}]",
                    "one that a node makes, of its shape"
                );
            }
        }

        if (graph.Inputs.Count == 0 || graph.Outputs.Count == 0)
        {
            throw new GraphFaultException(
                $"{graph.Inputs.Count} inputs, {graph.Outputs.Count} outputs",
                "one of each at least"
            );
        }
    }
}
