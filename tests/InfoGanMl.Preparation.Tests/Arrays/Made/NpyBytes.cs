using System.IO.Compression;
using System.Text;

namespace InfoGanMl.Preparation.Tests.Arrays.Made;

/// <summary>Writes .npz files that NumPy would not write.</summary>
internal static class NpyBytes
{
    /// <summary>An array of version 1.0.</summary>
    public static byte[] Array(string header, params byte[] values) =>
        [
            .. (byte[])[0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0],
            (byte)header.Length,
            (byte)(header.Length >> 8),
            .. Encoding.Latin1.GetBytes(header),
            .. values,
        ];

    /// <summary>An archive.</summary>
    public static byte[] Archive(params (string Name, byte[] Content)[] entries)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return zip.ToArray();
    }
}
