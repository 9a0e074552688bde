namespace InfoGanMl.Inference.UntrustedGraphs;

/// <summary>A node whose settings and weights are checked against the shapes that it reads, and the shapes that it makes.</summary>
internal sealed class NodeShapes
{
    private const int MostPixels = 1 << 10; // of a kernel, a stride or padding

    private readonly GraphNode _node;
    private readonly IReadOnlyList<IReadOnlyList<int>> _inputs;
    private readonly IReadOnlyList<GraphWeight> _weights;

    /// <param name="node">The node.</param>
    /// <param name="weights">The graph's constants.</param>
    /// <param name="inputs">Shapes of the node's inputs that are no constants.</param>
    public NodeShapes(
        GraphNode node,
        IReadOnlyDictionary<string, GraphWeight> weights,
        IReadOnlyList<IReadOnlyList<int>> inputs
    )
    {
        _node = node;
        _inputs = inputs;
        _weights = [.. node.Inputs.Skip(inputs.Count).Select(name => weights.GetValueOrDefault(name) ?? throw Fault())];
        Require(inputs.Count == 1 || inputs.Count > 1 && node.Operation is "Concat" or "Add");
    }

    /// <summary>The ONNX operator.</summary>
    public string Operation => _node.Operation;

    /// <summary>Shape of the first input.</summary>
    public IReadOnlyList<int> Input => _inputs[0];

    /// <summary>Number of values in the first weight.</summary>
    public long WeightSize => TensorReader.SizeOf(_weights[0].Shape);

    /// <summary>Gemm: W[outputs, inputs], b[outputs].</summary>
    public IReadOnlyList<int> Dense()
    {
        RequireAttributes("transB");
        Require(Attribute("transB", 1) is [1] && Input.Count == 1);
        Require(_weights.Count is 1 or 2 && IsFloat(0, 2) && _weights[0].Shape[1] == Input[0]);
        var outputs = _weights[0].Shape[0];
        Require(_weights.Count == 1 || IsVector(1, outputs));
        return [outputs];
    }

    /// <summary>Conv: W[outputs, channels, kernel, kernel], b[outputs].</summary>
    public IReadOnlyList<int> Convolved()
    {
        var windows = Convolution();
        Require(_weights[0].Shape[1] == Input[0]);
        var outputs = _weights[0].Shape[0];
        Require(_weights.Count == 1 || IsVector(1, outputs));
        return [outputs, Places(0, windows), Places(1, windows)];
    }

    /// <summary>MaxPool: the largest of each window, and how many values a window has.</summary>
    public (IReadOnlyList<int> Shape, long Window) Pooled()
    {
        var windows = SlidingWindows();
        var (kernel, _, pads) = windows;
        Require(_weights.Count == 0 && pads.All(pad => pad <= kernel.Min() / 2)); // otherwise one may hold nothing
        return ([Input[0], Places(0, windows), Places(1, windows)], kernel[0] * kernel[1]);
    }

    /// <summary>ConvTranspose: W[channels, outputs, kernel, kernel], b[outputs].</summary>
    public IReadOnlyList<int> Grown()
    {
        var (kernel, strides, pads) = Convolution();
        Require(_weights[0].Shape[0] == Input[0]);
        var outputs = _weights[0].Shape[1];
        Require(_weights.Count == 1 || IsVector(1, outputs));
        return [outputs, Grow(0), Grow(1)];

        int Grow(int axis)
        {
            var side = (Input[1 + axis] - 1) * strides[axis] + kernel[axis] - pads[axis] - pads[2 + axis];
            Require(side is > 0 and < int.MaxValue);
            return (int)side;
        }
    }

    /// <summary>Operators that calculate value by value, or only lay values out anew.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Rearranged()
    {
        switch (Operation)
        {
            case "BatchNormalization":
                RequireAttributes("epsilon");
                Require(_weights.Count == 4 && Enumerable.Range(0, 4).All(i => IsVector(i, Input[0])));
                return [Input];
            case "Add":
                RequireAttributes();
                Require(_inputs.Count == 2 && _inputs[0].SequenceEqual(_inputs[1]));
                return [Alone(Input)];
            case "GlobalAveragePool":
                RequireAttributes();
                Require(Input.Count == 3);
                return [Alone([Input[0], 1, 1])];
            case "Relu" or "Sigmoid" or "Tanh" or "Identity":
                RequireAttributes();
                return [Alone(Input)];
            case "LeakyRelu":
                RequireAttributes("alpha");
                return [Alone(Input)];
            case "Softmax":
                RequireAxis();
                return [Alone(Input)];
            case "Flatten":
                RequireAxis();
                return [Alone([(int)TensorReader.SizeOf(Input)])];
            case "Concat":
                RequireAxis();
                Require(_inputs.All(input => input.Count == 1));
                return [Alone([(int)Math.Min(int.MaxValue, _inputs.Sum(input => (long)input[0]))])];
            case "Reshape":
                RequireAttributes();
                return [Reshaped()];
            case "Split":
                RequireAxis();
                return Split();
            default:
                throw Fault();
        }
    }

    private int[] Reshaped()
    {
        Require(
            _weights is [{ Integers: [-1, _, _, _] integers }]
                && integers.Skip(1).All(size => size is > 0 and < int.MaxValue)
        );
        int[] shape = [.. _weights[0].Integers!.Skip(1).Select(size => (int)size)];
        Require(TensorReader.SizeOf(shape) == TensorReader.SizeOf(Input));
        return shape;
    }

    private IReadOnlyList<IReadOnlyList<int>> Split()
    {
        Require(
            Input.Count == 1
                && _weights is [{ Integers: { } integers, Shape.Count: 1 }]
                && integers.All(size => size > 0 && size <= Input[0])
        );
        var sizes = _weights[0].Integers!;
        Require(sizes.Sum() == Input[0]);
        return [.. sizes.Select(size => new[] { (int)size })];
    }

    private Windows Convolution()
    {
        var windows = SlidingWindows();
        Require(_weights.Count is 1 or 2 && IsFloat(0, 4));
        Require(windows.Kernel[0] == _weights[0].Shape[2] && windows.Kernel[1] == _weights[0].Shape[3]);
        return windows;
    }

    private Windows SlidingWindows()
    {
        RequireAttributes("kernel_shape", "strides", "pads");
        Require(Input.Count == 3);
        var (kernel, strides, pads) = (Attribute("kernel_shape", 2), Attribute("strides", 2), Attribute("pads", 4));
        Require(
            kernel.Concat(strides).All(side => side is > 0 and <= MostPixels)
                && pads.All(pad => pad is >= 0 and <= MostPixels)
        );
        return new(kernel, strides, pads);
    }

    private int Places(int axis, Windows windows)
    {
        var room = Input[1 + axis] + windows.Pads[axis] + windows.Pads[2 + axis] - windows.Kernel[axis];
        Require(room >= 0);
        return (int)(room / windows.Strides[axis] + 1);
    }

    private IReadOnlyList<int> Alone(IReadOnlyList<int> shape) => _weights.Count == 0 ? shape : throw Fault();

    private void RequireAxis()
    {
        RequireAttributes("axis");
        Require(Attribute("axis", 1) is [1] && (Operation is "Flatten" || Input.Count == 1));
    }

    /// <summary>All that the exporter writes, and none that changes what a node does.</summary>
    private void RequireAttributes(params IReadOnlyCollection<string> names) =>
        Require(_node.Attributes.Count == names.Count && names.All(_node.Attributes.ContainsKey));

    private IReadOnlyList<long> Attribute(string name, int count)
    {
        var values = _node.Attributes[name];
        return values.Count == count ? values : throw Fault();
    }

    private bool IsFloat(int weight, int dimensions) =>
        _weights[weight] is { Integers: null } floats && floats.Shape.Count == dimensions;

    private bool IsVector(int weight, int size) => IsFloat(weight, 1) && _weights[weight].Shape[0] == size;

    private void Require(bool fits)
    {
        if (!fits)
        {
            throw Fault();
        }
    }

    private GraphFaultException Fault() =>
        new(
            $"{Operation}({string.Join(", ", _node.Inputs)}) with {string.Join(", ", _node.Attributes.Select(a => $"{a.Key} {string.Join(' ', a.Value)}"))}"
                + $" on {string.Join(", ", _inputs.Select(shape => $"[{string.Join(',', shape)}]"))}",
            "an operation as InfoGanMl exports it, on shapes that fit it"
        );

    private sealed record Windows(IReadOnlyList<long> Kernel, IReadOnlyList<long> Strides, IReadOnlyList<long> Pads);
}
