using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using InfoGanMl.Models.Checks;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Models.Runs;

/// <summary>
/// Inputs and the outputs that training computed for them, one NumPy file per tensor
/// (<c>{graph}/{batch size}/{tensor}.npy</c>), so that any other runtime can be checked against TorchSharp.
/// </summary>
internal static partial class ReferenceTensors
{
    private const int PreambleSize = 10; // magic, version 1.0, header length
    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <summary>Path of one tensor's file.</summary>
    /// <param name="folder">The folder of all reference tensors.</param>
    /// <param name="graph">"generator" or "recognizer".</param>
    /// <param name="batchSize">Number of rows.</param>
    /// <param name="tensor">Name of the tensor in the graph.</param>
    public static string PathOf(string folder, string graph, int batchSize, string tensor) =>
        Path.Combine(folder, graph, batchSize.ToString(CultureInfo.InvariantCulture), tensor + ".npy");

    /// <summary>Writes float32 values as a NumPy file, format version 1.0, row-major.</summary>
    public static void Write(string path, ReadOnlySpan<float> values, params IEnumerable<int> shape)
    {
        var header =
            $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({string.Concat(shape.Select(d => d + ","))}), }}";
        var padded = header.PadRight((PreambleSize + header.Length + 64) / 64 * 64 - PreambleSize - 1) + "\n";
        var file = new byte[PreambleSize + padded.Length + values.Length * sizeof(float)];
        Magic.CopyTo(file);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(8), (ushort)padded.Length);
        Encoding.ASCII.GetBytes(padded, file.AsSpan(PreambleSize));
        MemoryMarshal.AsBytes(values).CopyTo(file.AsSpan(PreambleSize + padded.Length));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, file);
    }

    /// <summary>Reads a file that <see cref="Write"/> wrote.</summary>
    /// <returns>The values, row-major, and the shape.</returns>
    /// <exception cref="InvalidModelFolderException">The file is missing or is no float32 NumPy file of version 1.0.</exception>
    public static (float[] Values, int[] Shape) Read(string path)
    {
        var file = BoundedFile.ReadAllBytes(
            path,
            Limits.TensorBytes,
            (found, expected, inner) => new InvalidModelFolderException(path, found, expected, inner)
        );
        if (file.Length < PreambleSize || !file.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            throw new InvalidModelFolderException(path, "another kind of file", "a NumPy file of version 1.0");
        }

        var dataStart = PreambleSize + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8));
        var header = Encoding.ASCII.GetString(file, PreambleSize, Math.Min(dataStart, file.Length) - PreambleSize);
        var match = HeaderPattern().Match(header);
        var shape = match.Groups["dimension"].Captures.Select(d => int.Parse(d.Value, CultureInfo.InvariantCulture));
        // Below 2^62 for dimensions of nine digits, and beyond any file: products cannot wrap around to its size.
        var size = shape.Aggregate(1L, (product, dimension) => Math.Min(product, int.MaxValue) * dimension);
        if (!match.Success || file.Length != dataStart + size * sizeof(float))
        {
            throw new InvalidModelFolderException(
                path,
                $"{file.Length} bytes with header {header.Trim()}",
                "row-major float32 values ('<f4') that fill the shape"
            );
        }

        return (MemoryMarshal.Cast<byte, float>(file.AsSpan(dataStart)).ToArray(), [.. shape]);
    }

    [GeneratedRegex(
        @"'descr': '<f4', 'fortran_order': False, 'shape': \((?:(?<dimension>\d{1,9}),\s?)*(?<dimension>\d{1,9})?\)"
    )]
    private static partial Regex HeaderPattern();
}
