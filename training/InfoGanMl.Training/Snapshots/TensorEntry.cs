using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Snapshots;

/// <summary>One tensor in the header of a safetensors file.</summary>
/// <param name="Type">F32, I64 or U8.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Offsets">Its first byte and the one after its last, counted from the end of the header.</param>
internal sealed record TensorEntry(
    [property: JsonPropertyName("dtype")] string Type,
    [property: JsonPropertyName("shape")] IReadOnlyList<long> Shape,
    [property: JsonPropertyName("data_offsets")] IReadOnlyList<long> Offsets
)
{
    /// <summary>The entry of a tensor whose bytes begin at an offset.</summary>
    public static TensorEntry Of(Tensor tensor, long offset) =>
        new(TypeOf(tensor.dtype), tensor.shape, [offset, offset + tensor.numel() * tensor.element_size()]);

    /// <summary>Whether both describe the same bytes of the same tensor.</summary>
    public bool Matches(TensorEntry other) =>
        Type == other.Type && Shape.SequenceEqual(other.Shape) && Offsets.SequenceEqual(other.Offsets);

    /// <inheritdoc/>
    public override string ToString() => $"{Type} [{string.Join(", ", Shape)}] in bytes {string.Join(" to ", Offsets)}";

    private static string TypeOf(ScalarType type) =>
        type switch
        {
            ScalarType.Float32 => "F32",
            ScalarType.Int64 => "I64",
            ScalarType.Byte => "U8",
            _ => throw new ArgumentException($"A snapshot holds no tensor of type {type}.", nameof(type)),
        };
}
