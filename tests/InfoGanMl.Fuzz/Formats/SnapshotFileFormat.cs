using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InfoGanMl.Fuzz.Mutations;
using InfoGanMl.Testing;
using InfoGanMl.Training.Snapshots;
using static TorchSharp.torch;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>What an interrupted run goes on from. Whoever changes it can make its hash right again, and mostly does.</summary>
internal sealed class SnapshotFileFormat() : FuzzFormat("snapshot")
{
    private const string FileName = "step-000001.safetensors";

    public override IReadOnlyList<byte[]> Seeds { get; } = [Write()];

    protected override IReadOnlyList<Mutation> Mutations { get; } =
    [ChangeHeader, ChangeHeader, ChangeValue, ChangeLength];

    public override void Read(byte[] input, string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, FileName), input);
        using var snapshot = new SnapshotFolder(folder).OpenNewest()!;
        Walk(snapshot);
    }

    private static void Walk(IStateVisitor state)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(1);
        var (step, information, measures) = (7L, (double?)0.5, new List<double> { 1, 2 });
        state.Visit("step", ref step);
        state.Visit("information", ref information);
        state.Visit("measures", ref measures);
        state.Visit("random", random);
        state.In("weights").Visit("first", zeros(3, 4));
        state.In("weights").Visit("second", zeros(2));
        state.Visit("order", arange(5));
    }

    private static byte[] Write()
    {
        using var folder = new TempFolder();
        new SnapshotFolder(folder.Path).Save(1, Walk);
        return File.ReadAllBytes(folder[FileName]);
    }

    private static byte[] ChangeHeader(Random random, byte[] file) =>
        Split(file) is var (header, data) ? Join(random.Mutate(header, JsonMutations.All), data) : file;

    private static byte[] ChangeLength(Random random, byte[] file)
    {
        byte[] copy = [.. file];
        if (copy.Length >= SnapshotFormat.LengthSize)
        {
            BinaryPrimitives.WriteInt64LittleEndian(copy, ByteMutations.Number(random));
        }

        return copy;
    }

    /// <summary>A value or a byte of a tensor changes, and the hash with it.</summary>
    private static byte[] ChangeValue(Random random, byte[] file)
    {
        if (Split(random.OneIn(2) ? ChangeHeader(random, file) : file) is not var (header, data))
        {
            return file;
        }

        if (data.Length > 0)
        {
            data[random.Next(data.Length)] ^= (byte)random.Next(256);
        }

        return Join(WithHash(header, data), data);
    }

    private static byte[] WithHash(byte[] header, byte[] data)
    {
        try
        {
            if (
                JsonNode.Parse(header) is not JsonObject entries
                || entries[SnapshotFormat.Metadata] is not JsonObject metadata
            )
            {
                return header;
            }

            var values = metadata.Deserialize<Dictionary<string, string>>()!;
            values.Remove(SnapshotFormat.Hash);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            SnapshotFormat.AppendValues(hash, values);
            hash.AppendData(data);
            metadata[SnapshotFormat.Hash] = Convert.ToHexStringLower(hash.GetHashAndReset());
            return Encoding.UTF8.GetBytes(entries.ToJsonString());
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException or ArgumentException)
        {
            return header; // an earlier mutation broke it
        }
    }

    private static (byte[] Header, byte[] Data)? Split(byte[] file)
    {
        if (file.Length < SnapshotFormat.LengthSize)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(file);
        var rest = file.AsSpan(SnapshotFormat.LengthSize);
        return length < 0 || length > rest.Length
            ? null
            : (rest[..(int)length].ToArray(), rest[(int)length..].ToArray());
    }

    private static byte[] Join(byte[] header, byte[] data)
    {
        var length = new byte[SnapshotFormat.LengthSize];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return [.. length, .. header, .. data];
    }
}
