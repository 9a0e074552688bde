using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace InfoGanMl.Training.Snapshots;

/// <summary>What writer and reader of snapshots agree on.</summary>
internal static class SnapshotFormat
{
    /// <summary>Bytes that say how long the header is.</summary>
    public const int LengthSize = sizeof(long);

    /// <summary>Name of the header's entry with the values.</summary>
    public const string Metadata = "__metadata__";

    /// <summary>Name of the value with the SHA-256 of the other values and of all tensors.</summary>
    public const string Hash = "sha256";

    /// <summary>A start that diverged and dropped out has figures that are no numbers.</summary>
    public static JsonSerializerOptions Json { get; } =
        new()
        {
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };

    /// <summary>Appends names and values in the order of the names.</summary>
    public static void AppendValues(IncrementalHash hash, IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach (var (name, value) in values.OrderBy(value => value.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}={value}\n"));
        }
    }
}
