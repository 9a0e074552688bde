using System.Security.Cryptography;

namespace InfoGanMl.Datasets.Download;

/// <summary>A file of a data set, unpacked.</summary>
/// <param name="Name">Its usual name, without .gz.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Sha256">Its hash in lower-case hexadecimal.</param>
public sealed record DataFile(string Name, long Length, string Sha256)
{
    /// <summary>Compares a file on disk with this one: null if they agree, else what was found and expected.</summary>
    internal async Task<string?> FindDamageAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            if (stream.Length != Length)
            {
                return $"found {stream.Length} bytes{(stream.Length > Length ? " or more" : "")}; expected {Length}";
            }

            var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
            return found == Sha256 ? null : $"found SHA-256 {found}; expected {Sha256}";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"not readable: {failure.Message}";
        }
    }
}
