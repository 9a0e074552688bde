using System.Formats.Tar;
using System.Security.Cryptography;
using InfoGanMl.Datasets.Download;
using InfoGanMl.Datasets.Tests.Idx;

namespace InfoGanMl.Datasets.Tests.Download;

/// <summary>Builds small .tar.gz archives, and describes the files in them.</summary>
internal static class TarBytes
{
    /// <summary>An archive with a folder, <c>data/</c>, and the files in it.</summary>
    public static byte[] Gzipped(params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        using (var tar = new TarWriter(packed, leaveOpen: true))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.Directory, "data/"));
            foreach (var (name, content) in files)
            {
                var stream = new MemoryStream(content);
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"data/{name}") { DataStream = stream });
            }
        }

        return IdxBytes.Gzip(packed.ToArray());
    }

    public static DataFile Describe(string name, byte[] content) =>
        new(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)));
}
