using System.Buffers.Binary;
using System.Text;
using InfoGanMl.Preparation.Arrays.Values;

namespace InfoGanMl.Preparation.Arrays.Matlab;

/// <summary>The first 128 bytes of a MAT-file: a text, a version, and letters in the order of bytes in all numbers.</summary>
internal static class MatHeader
{
    private const int Size = 128;
    private const int VersionAt = 124;
    private const int MostLevel4 = 4_052; // 1000 machine + 10 precision + kind of matrix
    private static ReadOnlySpan<byte> Hdf5 => [0x89, (byte)'H', (byte)'D', (byte)'F', 13, 10, 26, 10];

    /// <summary>Reads it, and tells other kinds of files by what they begin with.</summary>
    /// <returns>Whether numbers are big-endian.</returns>
    public static bool Read(ArraySource source, Stream file)
    {
        var header = new byte[Size];
        var length = file.ReadAtLeast(header, Size, throwOnEndOfStream: false);
        var mark = Encoding.Latin1.GetString(header, VersionAt, 4);
        var other =
            IsHdf5(header, mark) ? "a MAT-file of MATLAB 7.3, which is an HDF5 file"
            : IsLevel4(header.AsSpan(0, Math.Min(length, sizeof(int)))) ? "a MAT-file of level 4"
            : null;
        if (other is not null)
        {
            throw source.Refuse(
                other,
                "a MAT-file of version 5 to 7",
                "Load it in MATLAB and save it with the option '-v7', or in Python with scipy.io.savemat."
            );
        }

        return length == Size && mark is "\u0000\u0001IM" or "\u0001\u0000MI"
            ? mark[^1] == 'I'
            : throw source.Refuse(
                "another kind of file, or a damaged one",
                "a MAT-file of MATLAB, version 5 to 7, or an .npz or .npy file of NumPy",
                "Check the path, or replace the file by an undamaged copy."
            );
    }

    /// <summary>The first 512 bytes of an HDF5 file are free, and MATLAB puts its own header there.</summary>
    private static bool IsHdf5(ReadOnlySpan<byte> header, string mark) =>
        mark is "\u0000\u0002IM" or "\u0002\u0000MI" || header.StartsWith(Hdf5) || header.StartsWith("MATLAB 7.3"u8);

    /// <summary>Such files begin with a number of four digits: machine, zero, precision and kind.</summary>
    private static bool IsLevel4(ReadOnlySpan<byte> start)
    {
        if (start.Length < sizeof(int))
        {
            return false;
        }

        return IsKind(BinaryPrimitives.ReadInt32LittleEndian(start))
            || IsKind(BinaryPrimitives.ReadInt32BigEndian(start));

        static bool IsKind(int number) =>
            number is >= 0 and <= MostLevel4 && number / 100 % 10 == 0 && number / 10 % 10 <= 5 && number % 10 <= 2;
    }
}
