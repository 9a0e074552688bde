namespace InfoGanMl.Inference.UntrustedGraphs;

/// <summary>Reads the ONNX files that InfoGanMl exports (opset 17, IR 8), and nothing else that ONNX could say.</summary>
/// <remarks>
/// So there are no subgraphs, functions, external data, sparse or quantised tensors and no other operator sets. Numbers of
/// fields are those of onnx.proto, times 8, plus the wire type: 0 for a varint, 2 for counted bytes.
/// </remarks>
internal static class GraphReader
{
    private const int IrVersion = 8;
    private const int OpsetVersion = 17;

    private const ulong Producer = 2 << 3 | 2;
    private const ulong Property = 14 << 3 | 2;

    /// <summary>Who says to have made a file, which can be any ONNX file; null where it does not say so.</summary>
    public static string? FindProducer(ReadOnlySpan<byte> file)
    {
        try
        {
            var reader = new WireReader(file, "ModelProto");
            while (reader.MoveNext(out var field))
            {
                if (field == Producer)
                {
                    return reader.ReadText();
                }

                Skip(ref reader, field);
            }
        }
        catch (GraphFaultException)
        {
            // No ONNX file, or none of ours.
        }

        return null;
    }

    /// <summary>What a file says about itself under a key; null where it says nothing.</summary>
    /// <exception cref="GraphFaultException">It is damaged.</exception>
    public static string? FindProperty(ReadOnlySpan<byte> file, string key)
    {
        var reader = new WireReader(file, "ModelProto");
        while (reader.MoveNext(out var field))
        {
            if (field != Property)
            {
                Skip(ref reader, field);
            }
            else if (ReadProperty(reader.ReadBytes()) is var (found, value) && found == key)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="GraphFaultException">It holds something else.</exception>
    public static Graph Read(ReadOnlySpan<byte> file)
    {
        var reader = new WireReader(file, "ModelProto");
        var (irVersion, opset, graph) = (0L, 0L, default(Graph));
        while (reader.MoveNext(out var field))
        {
            switch (field)
            {
                case 1 << 3:
                    reader.Once(field);
                    irVersion = reader.ReadInteger();
                    break;
                case 2 << 3 | 2 or 3 << 3 | 2 or 6 << 3 | 2: // producer, its version, description
                    reader.Once(field);
                    reader.ReadText();
                    break;
                case 7 << 3 | 2:
                    reader.Once(field);
                    graph = PartReader.ReadGraph(reader.ReadBytes());
                    break;
                case 8 << 3 | 2:
                    reader.Once(field);
                    opset = ReadOpset(reader.ReadBytes());
                    break;
                case Property:
                    ReadProperty(reader.ReadBytes());
                    break;
                default:
                    throw reader.Unknown(field);
            }
        }

        return graph is not null && (irVersion, opset) == (IrVersion, OpsetVersion)
            ? graph
            : throw new GraphFaultException(
                $"IR version {irVersion}, opset {opset}, {(graph is null ? "no" : "a")} graph",
                $"IR version {IrVersion}, opset {OpsetVersion} and a graph"
            );
    }

    private static long ReadOpset(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes, "OperatorSetIdProto");
        var version = 0L;
        while (reader.MoveNext(out var field))
        {
            reader.Once(field);
            switch (field)
            {
                case 1 << 3 | 2 when reader.ReadText() is "":
                    break;
                case 2 << 3:
                    version = reader.ReadInteger();
                    break;
                default:
                    throw reader.Unknown(field);
            }
        }

        return version;
    }

    private static void Skip(ref WireReader reader, ulong field) =>
        _ = (field & 7) == 0 ? reader.ReadInteger() : reader.ReadBytes().Length;

    private static (string Key, string Value) ReadProperty(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes, "StringStringEntryProto");
        var (key, value) = ("", "");
        while (reader.MoveNext(out var field))
        {
            reader.Once(field);
            switch (field)
            {
                case 1 << 3 | 2:
                    key = reader.ReadText();
                    break;
                case 2 << 3 | 2:
                    value = reader.ReadText();
                    break;
                default:
                    throw reader.Unknown(field);
            }
        }

        return (key, value);
    }
}
