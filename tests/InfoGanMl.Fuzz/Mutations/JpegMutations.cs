using System.Buffers.Binary;

namespace InfoGanMl.Fuzz.Mutations;

/// <summary>Mutations of the segments of a JPEG.</summary>
internal static class JpegMutations
{
    private const byte Baseline = 0xc0;
    private const byte Progressive = 0xc2;
    private const byte Scan = 0xda;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        In(ChangeSides),
        In(ChangeSides),
        In(ChangeContent),
        In((random, segments) => segments.RemoveAt(random.Next(segments.Count))),
        In((random, segments) => segments.Insert(random.Next(segments.Count), random.Pick(segments))),
        In(
            (random, segments) =>
                segments.Insert(random.Next(segments.Count), [0xff, (byte)random.Next(0xc0, 0x100), 0, 2])
        ),
        In(RepeatScans),
    ];

    private static Mutation In(Action<Random, List<byte[]>> change) =>
        (random, input) =>
        {
            var segments = Read(input);
            if (segments.Count > 0)
            {
                change(random, segments);
            }

            return [.. segments.SelectMany(segment => segment)];
        };

    private static void ChangeSides(Random random, List<byte[]> segments)
    {
        var index = FindFrame(segments);
        if (index >= 0)
        {
            byte[] frame = [.. segments[index]];
            var side = random.OneIn(2) ? (ushort)random.Pick(0, 1, 8000, 65_500, 65_535) : (ushort)random.Next(65_536);
            BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(random.Pick(5, 7)), side);
            segments[index] = frame;
        }
    }

    private static void ChangeContent(Random random, List<byte[]> segments)
    {
        var index = random.Next(segments.Count);
        segments[index] = random.Mutate(segments[index], ByteMutations.All);
    }

    /// <summary>A progressive picture in thousands of scans: a decoder goes over the whole picture in each.</summary>
    private static void RepeatScans(Random random, List<byte[]> segments)
    {
        var (frame, scan) = (FindFrame(segments), segments.FindIndex(segment => segment is [0xff, Scan, ..]));
        if (frame < 0 || scan < 0 || !random.OneIn(10))
        {
            return;
        }

        byte[] progressive = [.. segments[frame]];
        progressive[1] = Progressive;
        var side = (ushort)random.Pick(16, 1000, 4000, 7000);
        BinaryPrimitives.WriteUInt16BigEndian(progressive.AsSpan(5), side);
        BinaryPrimitives.WriteUInt16BigEndian(progressive.AsSpan(7), side);
        segments[frame] = progressive;
        byte[] first = [0xff, Scan, 0, 8, 1, progressive.Length > 10 ? progressive[10] : (byte)1, 0, 0, 0, 0]; // DC of one component
        segments.InsertRange(scan, Enumerable.Repeat(first, random.Pick(1, 10, 100, 5000)));
    }

    private static int FindFrame(List<byte[]> segments) =>
        segments.FindIndex(segment => segment.Length > 10 && segment[1] is Baseline or Progressive);

    /// <summary>Cuts before every marker that begins a segment.</summary>
    private static List<byte[]> Read(byte[] jpeg)
    {
        var (segments, start) = (new List<byte[]>(), 0);
        for (var at = 1; at + 1 < jpeg.Length; at++)
        {
            if (jpeg[at] == 0xff && jpeg[at + 1] >= Baseline)
            {
                segments.Add(jpeg[start..at]);
                start = at;
            }
        }

        segments.Add(jpeg[start..]);
        return segments;
    }
}
