using System.Buffers.Binary;

namespace InfoGanMl.Pictures.Decoding;

/// <summary>Counts the scans of a JPEG: a decoder goes over the whole picture once for each.</summary>
internal static class JpegScans
{
    private const byte StartOfScan = 0xda;
    private const byte EndOfImage = 0xd9;

    /// <summary>Walks over the segments up to the picture's end: phones append films, and headers hold small pictures.</summary>
    public static int Count(ReadOnlySpan<byte> jpeg)
    {
        var (scans, at) = (0, 2); // behind the mark of the start
        while (at + 4 <= jpeg.Length)
        {
            var next = jpeg[at..].IndexOf((byte)0xff);
            var marker = next < 0 || at + next + 1 >= jpeg.Length ? EndOfImage : jpeg[at + next + 1];
            if (marker == EndOfImage)
            {
                break;
            }

            at += next + (marker == 0xff ? 1 : 2); // any number of bytes 0xff may fill up
            if (HasLength(marker) && at + 2 <= jpeg.Length)
            {
                scans += marker == StartOfScan ? 1 : 0;
                at += BinaryPrimitives.ReadUInt16BigEndian(jpeg[at..]);
            }
        }

        return scans;
    }

    /// <summary>Data of a scan follow its segment; 0xff in them is followed by 0, and restart marks stand alone.</summary>
    private static bool HasLength(byte marker) => marker is not (0 or 1 or 0xff or >= 0xd0 and <= 0xd8);
}
