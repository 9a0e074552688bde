using Google.Protobuf;
using InfoGanMl.Models.Tensors;
using InfoGanMl.Training.Export.Onnx;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Export;

/// <summary>An ONNX graph under construction: float32 tensors with a symbolic batch dimension N, opset 17, IR 8.</summary>
internal sealed class OnnxGraphBuilder(string name, string description)
{
    // ML.NET and SynapseML still carry runtimes that refuse anything newer.
    private const int OpsetVersion = 17;
    private const int IrVersion = 8;

    private readonly GraphProto _graph = new() { Name = name, DocString = description };

    /// <summary>Declares an input and returns its name.</summary>
    public string Input(TensorShape tensor, string description)
    {
        _graph.Input.Add(Describe(tensor, description));
        return tensor.Name;
    }

    /// <summary>Declares that the tensor of that name is an output.</summary>
    public void Output(TensorShape tensor, string description) => _graph.Output.Add(Describe(tensor, description));

    /// <summary>Stores a weight and returns its name.</summary>
    public string Weight(string weightName, Tensor weight)
    {
        using var scope = NewDisposeScope();
        var values = weight.detach().cpu().contiguous();
        return Store(weightName, weight.shape, TensorProto.Types.DataType.Float, values.bytes);
    }

    /// <summary>Stores a list of integers, as shapes and split sizes need them, and returns its name.</summary>
    public string Integers(string integersName, params long[] values)
    {
        var bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes<long>(values);
        return Store(integersName, [values.Length], TensorProto.Types.DataType.Int64, bytes);
    }

    /// <summary>Adds a node with one output and returns the output's name.</summary>
    public string Node(string operation, string output, string[] inputs, params AttributeProto[] attributes)
    {
        Node(operation, [output], inputs, attributes);
        return output;
    }

    /// <summary>Adds a node.</summary>
    public void Node(string operation, string[] outputs, string[] inputs, params AttributeProto[] attributes)
    {
        var node = new NodeProto { OpType = operation, Name = $"{outputs[0]}_{operation.ToLowerInvariant()}" };
        node.Input.Add(inputs);
        node.Output.Add(outputs);
        node.Attribute.Add(attributes);
        _graph.Node.Add(node);
    }

    /// <summary>The finished ONNX file.</summary>
    /// <param name="metadata">Shown by Netron among the model's properties.</param>
    public byte[] ToBytes(IEnumerable<(string Key, string Value)> metadata)
    {
        var model = new ModelProto
        {
            IrVersion = IrVersion,
            ProducerName = "InfoGanMl",
            ProducerVersion = typeof(OnnxGraphBuilder).Assembly.GetName().Version!.ToString(3),
            DocString = _graph.DocString,
            Graph = _graph,
        };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = OpsetVersion });
        model.MetadataProps.Add(metadata.Select(m => new StringStringEntryProto { Key = m.Key, Value = m.Value }));
        return model.ToByteArray();
    }

    /// <summary>An integer attribute.</summary>
    public static AttributeProto Attribute(string attribute, long value) =>
        new()
        {
            Name = attribute,
            I = value,
            Type = AttributeProto.Types.AttributeType.Int,
        };

    /// <summary>A float attribute.</summary>
    public static AttributeProto Attribute(string attribute, double value) =>
        new()
        {
            Name = attribute,
            F = (float)value,
            Type = AttributeProto.Types.AttributeType.Float,
        };

    /// <summary>An attribute that repeats one integer, as for the two sides of a kernel.</summary>
    public static AttributeProto Repeated(string attribute, int count, long value)
    {
        var repeated = new AttributeProto { Name = attribute, Type = AttributeProto.Types.AttributeType.Ints };
        repeated.Ints.Add(Enumerable.Repeat(value, count));
        return repeated;
    }

    private string Store(
        string tensorName,
        long[] shape,
        TensorProto.Types.DataType type,
        ReadOnlySpan<byte> littleEndianBytes
    )
    {
        var tensor = new TensorProto
        {
            Name = tensorName,
            DataType = (int)type,
            RawData = ByteString.CopyFrom(littleEndianBytes),
        };
        tensor.Dims.Add(shape);
        _graph.Initializer.Add(tensor);
        return tensorName;
    }

    private static ValueInfoProto Describe(TensorShape tensor, string description)
    {
        var shape = new TensorShapeProto();
        shape.Dim.Add(new TensorShapeProto.Types.Dimension { DimParam = "N" });
        shape.Dim.Add(tensor.Shape.Select(size => new TensorShapeProto.Types.Dimension { DimValue = size }));
        var type = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = shape };
        return new()
        {
            Name = tensor.Name,
            DocString = description,
            Type = new() { TensorType = type },
        };
    }
}
