using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace InfoGanMl.Testing;

/// <summary>What a finished run has computed, as one hash.</summary>
public static class RunResult
{
    private static readonly string[] Timed = ["seconds", "images_per_second", "seconds_left"];

    /// <summary>Hash of every network, every reference tensor and all metrics but the times in them.</summary>
    public static string HashOf(string run)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(run, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(run, file);
            if (Path.GetExtension(name) is ".onnx" or ".npy")
            {
                hash.AppendData(Encoding.UTF8.GetBytes(name));
                hash.AppendData(File.ReadAllBytes(file));
            }
            else if (name == "metrics.jsonl")
            {
                hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', File.ReadLines(file).Select(WithoutTimes))));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string WithoutTimes(string line)
    {
        var metrics = JsonNode.Parse(line)!.AsObject();
        foreach (var name in Timed)
        {
            metrics.Remove(name);
        }

        return metrics.ToJsonString();
    }
}
