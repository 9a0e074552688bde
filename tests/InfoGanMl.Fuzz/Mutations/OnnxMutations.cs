using System.Text;

namespace InfoGanMl.Fuzz.Mutations;

/// <summary>Mutations of ONNX graphs that stay well-formed protobuf: other sizes, operators, edges and parts.</summary>
internal static class OnnxMutations
{
    /// <summary>Fields of ONNX that are messages: the graph, opset and properties; nodes, initializers and borders; below them.</summary>
    private static readonly HashSet<string> Messages =
    [
        "7",
        "8",
        "14",
        "7/1",
        "7/5",
        "7/11",
        "7/12",
        "7/1/5",
        "7/11/2",
        "7/12/2",
        "7/11/2/1",
        "7/12/2/1",
        "7/11/2/1/2",
        "7/12/2/1/2",
        "7/11/2/1/2/1",
        "7/12/2/1/2/1",
    ];

    private static readonly string[] Texts =
    [
        "",
        "..",
        "a.b",
        "/etc/passwd",
        "weights.bin",
        "image",
        "noise",
        "latents",
        "N",
        "Loop",
        "If",
        "Scan",
        "Expand",
        "Pad",
        "Resize",
        "Tile",
        "MatMul",
        "Conv",
        "ConvTranspose",
        "MaxPool",
        "GlobalAveragePool",
        "Add",
        "Gemm",
        "Reshape",
        "Concat",
        "Split",
        "Softmax",
        "Identity",
        "ConstantOfShape",
        "Range",
        "Dropout",
        "LSTM",
        "com.microsoft",
        "ai.onnx.ml",
        "axis",
        "group",
        "pads",
        "strides",
        "dilations",
        "output_padding",
        "transA",
        "transB",
        "auto_pad",
        "location",
        "epsilon",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        In(ChangeValue),
        In(ChangeValue),
        In(ChangeValue),
        In((random, fields) => fields.RemoveAt(random.Next(fields.Count))),
        In((random, fields) => fields.Insert(random.Next(fields.Count), random.Pick(fields))),
        In((random, fields) => fields.Reverse(0, random.Next(fields.Count + 1))),
        In((random, fields) => random.Pick(fields).Number = random.Next(1, 30)),
        In((random, fields) => fields.Add(Extra(random))),
        Rewire,
        Nest,
    ];

    private static Mutation In(Action<Random, List<ProtobufField>> change) =>
        (random, input) =>
        {
            if (ProtobufField.Parse(input, Messages.Contains) is not { Count: > 0 } model)
            {
                return input;
            }

            change(random, random.Pick(FindMessages(model).ToList()));
            return ProtobufField.Write(model);
        };

    private static IEnumerable<List<ProtobufField>> FindMessages(List<ProtobufField> message) =>
        message
            .Select(field => field.Message)
            .OfType<List<ProtobufField>>()
            .Where(inner => inner.Count > 0)
            .SelectMany(FindMessages)
            .Prepend(message);

    private static void ChangeValue(Random random, List<ProtobufField> fields)
    {
        var field = random.Pick(fields);
        if (field.WireType == 0)
        {
            field.Varint = random.OneIn(3) ? (ulong)random.Next(20) : (ulong)ByteMutations.Number(random);
        }
        else if (field.Message is null)
        {
            field.Bytes = field.WireType == 2 ? Content(random, field.Bytes) : Number(random, field.Bytes.Length);
        }
    }

    private static byte[] Content(Random random, byte[] before) =>
        random.Next(3) switch
        {
            0 => Encoding.UTF8.GetBytes(random.Pick(Texts)),
            1 => new byte[random.Next(100)],
            _ => random.Mutate(before, ByteMutations.All),
        };

    private static byte[] Number(Random random, int size)
    {
        var bytes = new byte[size];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Gives a node or a border another's name: edges that lead back, or to tensors of another shape.</summary>
    private static byte[] Rewire(Random random, byte[] input)
    {
        if (ProtobufField.Parse(input, Messages.Contains) is not { Count: > 0 } model)
        {
            return input;
        }

        var texts = FindMessages(model).SelectMany(fields => fields).Where(IsName).ToList();
        if (texts.Count > 0)
        {
            random.Pick(texts).Bytes = random.Pick(texts).Bytes;
        }

        return ProtobufField.Write(model);
    }

    private static bool IsName(ProtobufField field) =>
        field is { WireType: 2, Message: null, Bytes: { Length: > 0 and < 40 } bytes }
        && bytes.All(b => b is >= 0x20 and < 0x7f);

    /// <summary>What the exporter never writes: external data, functions, subgraphs, sparse tensors, packed numbers.</summary>
    private static ProtobufField Extra(Random random) =>
        random.OneIn(2)
            ? new() { Number = random.Next(1, 30), Varint = (ulong)ByteMutations.Number(random) }
            : new()
            {
                Number = random.Next(1, 30),
                WireType = 2,
                Bytes = random.OneIn(2)
                    ? Encoding.UTF8.GetBytes(random.Pick(Texts))
                    : [10, 4, (byte)'l', (byte)'o', (byte)'c', 0x12],
            };

    /// <summary>Graphs within attributes within graphs, which readers that call themselves have no stack for.</summary>
    private static byte[] Nest(Random random, byte[] input)
    {
        var depth = random.Pick(1, 10, 99, 101, 2000);
        var path = random.Pick<int[]>([1, 5, 6], [2, 4, 1]); // node, attribute, graph; or type, sequence, element
        List<ProtobufField> inner = [];
        for (var level = 0; level < depth; level++)
        {
            inner = path.Reverse()
                .Aggregate(
                    inner,
                    (fields, number) =>
                        [
                            new()
                            {
                                Number = number,
                                WireType = 2,
                                Bytes = ProtobufField.Write(fields),
                            },
                        ]
                );
        }

        return
        [
            .. input,
            .. ProtobufField.Write([
                new()
                {
                    Number = 7,
                    WireType = 2,
                    Message = inner,
                },
            ]),
        ];
    }
}
