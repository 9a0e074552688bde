using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InfoGanMl.Models.Files;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Snapshots;

/// <summary>
/// Saves a state as a safetensors file (https://github.com/huggingface/safetensors): the length of a JSON header, the header,
/// then the bytes of every tensor. Values are strings of JSON in its metadata, and so is a hash of everything else.
/// </summary>
internal sealed class SnapshotWriter : IStateVisitor, IDisposable
{
    private readonly List<(string Name, Tensor Value)> _tensors = [];
    private readonly Dictionary<string, string> _values = [];

    /// <inheritdoc/>
    public void Visit(string name, Tensor tensor) =>
        _tensors.Add((name, tensor.detach().cpu().contiguous().DetachFromDisposeScope()));

    /// <inheritdoc/>
    public void Visit<T>(string name, ref T value) =>
        _values.Add(name, JsonSerializer.Serialize(value, SnapshotFormat.Json));

    /// <inheritdoc/>
    public void Visit(string name, Generator random)
    {
        using var state = random.get_state();
        Visit(name, state);
    }

    /// <summary>Writes the file, which is whole or absent.</summary>
    /// <exception cref="IOException">The disk is full or broken; nothing is left behind.</exception>
    public void WriteTo(string path) => AtomicFile.Write(path, Write);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, tensor) in _tensors)
        {
            tensor.Dispose();
        }
    }

    private void Write(FileStream file)
    {
        var header = Encoding.UTF8.GetBytes(BuildHeader());
        Span<byte> length = stackalloc byte[SnapshotFormat.LengthSize];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        file.Write(length);
        file.Write(header);
        foreach (var (_, tensor) in _tensors)
        {
            file.Write(tensor.bytes);
        }
    }

    private string BuildHeader()
    {
        var entries = new Dictionary<string, object>
        {
            [SnapshotFormat.Metadata] = new Dictionary<string, string>(_values) { [SnapshotFormat.Hash] = Hash() },
        };
        var offset = 0L;
        foreach (var (name, tensor) in _tensors)
        {
            var entry = TensorEntry.Of(tensor, offset);
            entries.Add(name, entry);
            offset = entry.Offsets[1];
        }

        return JsonSerializer.Serialize(entries, SnapshotFormat.Json);
    }

    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        SnapshotFormat.AppendValues(hash, _values);
        foreach (var (_, tensor) in _tensors)
        {
            hash.AppendData(tensor.bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
