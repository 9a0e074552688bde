using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Snapshots;

/// <summary>
/// Restores a state from what <see cref="SnapshotWriter"/> wrote. The file is checked as a whole before anything is restored, and
/// only decides what is in tensors that are there already, never how much memory is taken.
/// </summary>
internal sealed class SnapshotReader : IStateVisitor, IDisposable
{
    private const int LongestHeader = 4 << 20; // sixteen starts of the largest preset take a tenth of it
    private const int BufferSize = 1 << 20;

    private readonly FileStream _file;
    private readonly Dictionary<string, JsonElement> _tensors = [];
    private readonly Dictionary<string, string> _values = [];
    private long _dataStart;
    private long _offset;

    private SnapshotReader(FileStream file)
    {
        _file = file;
    }

    /// <summary>Opens a snapshot and checks its hash.</summary>
    /// <exception cref="InvalidRunFolderException">It is damaged, or no snapshot.</exception>
    public static SnapshotReader Open(string path)
    {
        var reader = new SnapshotReader(File.OpenRead(path));
        try
        {
            reader.ReadHeader();
            reader.CheckHash();
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Visit(string name, Tensor tensor)
    {
        var expected = TensorEntry.Of(tensor, _offset);
        if (!_tensors.TryGetValue(name, out var json) || !Parse<TensorEntry>(name, json).Matches(expected))
        {
            throw Invalid(
                _tensors.ContainsKey(name) ? $"tensor '{name}' as {json}" : $"no tensor '{name}'",
                $"{expected} for the options of this run"
            );
        }

        if (_dataStart + expected.Offsets[1] > _file.Length)
        {
            throw Invalid($"{_file.Length - _dataStart} bytes of tensors", $"'{name}', {expected}");
        }

        using var _ = no_grad();
        using var bytes = empty(tensor.shape, tensor.dtype, device: CPU);
        _file.ReadExactly(bytes.bytes);
        tensor.copy_(bytes);
        _offset = expected.Offsets[1];
    }

    /// <inheritdoc/>
    public void Visit<T>(string name, ref T value) => value = Read<T>(name);

    /// <inheritdoc/>
    public void Visit(string name, Generator random)
    {
        using var state = random.get_state();
        Visit(name, state);
        if (!GeneratorState.IsValid(state))
        {
            throw Invalid($"no state of a generator in '{name}'", "what libtorch saved");
        }

        random.set_state(state);
    }

    /// <summary>A value, before the walk comes to it.</summary>
    public T Read<T>(string name)
    {
        if (!_values.TryGetValue(name, out var json))
        {
            throw Invalid($"no value '{name}'", "a snapshot of this version");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(json, SnapshotFormat.Json)!;
        }
        catch (JsonException damage)
        {
            throw Invalid($"{name} = {json}", "a value of this version", damage);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>This snapshot is not the right one.</summary>
    public InvalidRunFolderException Invalid(string found, string expected, Exception? cause = null) =>
        new(_file.Name, found, expected, cause);

    private void ReadHeader()
    {
        Span<byte> prefix = stackalloc byte[SnapshotFormat.LengthSize];
        var read = _file.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        var length = read < prefix.Length ? 0 : BinaryPrimitives.ReadInt64LittleEndian(prefix);
        if (length < 2 || length > Math.Min(LongestHeader, _file.Length - prefix.Length))
        {
            throw Invalid($"{_file.Length} bytes with a header of {length}", "a whole snapshot");
        }

        var header = new byte[length];
        _file.ReadExactly(header);
        _dataStart = _file.Position;
        var entries = Parse<Dictionary<string, JsonElement>>("header", header);
        foreach (var (name, entry) in entries)
        {
            if (name == SnapshotFormat.Metadata)
            {
                ReadValues(entry);
            }
            else
            {
                _tensors.Add(name, entry);
            }
        }
    }

    private void ReadValues(JsonElement metadata)
    {
        foreach (var (name, value) in Parse<Dictionary<string, string?>>(SnapshotFormat.Metadata, metadata))
        {
            _values.Add(name, value ?? throw Invalid($"{name} = null", "a value of this version"));
        }
    }

    private void CheckHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        SnapshotFormat.AppendValues(hash, _values.Where(value => value.Key != SnapshotFormat.Hash));
        var buffer = new byte[BufferSize];
        for (var read = _file.Read(buffer); read > 0; read = _file.Read(buffer))
        {
            hash.AppendData(buffer.AsSpan(0, read));
        }

        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        var expected = _values.GetValueOrDefault(SnapshotFormat.Hash);
        if (found != expected)
        {
            throw Invalid($"SHA-256 {found}", expected ?? "its hash in the header");
        }

        _file.Position = _dataStart;
    }

    private T Parse<T>(string what, JsonElement json) => Parse(what, () => json.Deserialize<T>(SnapshotFormat.Json));

    private T Parse<T>(string what, byte[] json) =>
        Parse(what, () => JsonSerializer.Deserialize<T>(json, SnapshotFormat.Json));

    private T Parse<T>(string what, Func<T?> parse)
    {
        try
        {
            return parse() ?? throw new JsonException("It is null.");
        }
        catch (JsonException damage)
        {
            throw Invalid($"{what} that cannot be read ({damage.Message})", "the header of a snapshot", damage);
        }
    }
}
