using System.Buffers.Binary;

namespace InfoGanMl.Fuzz.Mutations;

/// <summary>Mutations that know nothing of a format.</summary>
internal static class ByteMutations
{
    private static readonly byte[] Bytes = [0, 1, 0x7f, 0x80, 0xff, (byte)'0', (byte)'"', (byte)'.', (byte)'/'];

    private static readonly long[] Numbers =
    [
        0,
        -1,
        1,
        2,
        127,
        128,
        255,
        256,
        4096,
        4097,
        46_341,
        65_535,
        65_536,
        1 << 20,
        1 << 24,
        1 << 28,
        1 << 30,
        int.MaxValue,
        int.MinValue,
        uint.MaxValue,
        1L << 32,
        1L << 40,
        1L << 62,
        long.MaxValue,
        long.MinValue,
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } = [Flip, Set, SetNumber, Truncate, Insert, Duplicate, Remove];

    /// <summary>A number on which sizes go wrong.</summary>
    public static long Number(Random random) => random.Pick(Numbers) + (random.OneIn(4) ? random.Next(-2, 3) : 0);

    /// <summary>The beginning of one input and the end of another.</summary>
    public static byte[] Splice(Random random, byte[] left, byte[] right) =>
        [.. left.AsSpan(0, random.Next(left.Length + 1)), .. right.AsSpan(random.Next(right.Length + 1))];

    private static byte[] Flip(Random random, byte[] input) =>
        Change(input, bytes => bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8)));

    private static byte[] Set(Random random, byte[] input) =>
        Change(input, bytes => bytes[random.Next(bytes.Length)] = random.Pick(Bytes));

    private static byte[] SetNumber(Random random, byte[] input) =>
        Change(
            input,
            bytes =>
            {
                Span<byte> number = stackalloc byte[8];
                BinaryPrimitives.WriteInt64LittleEndian(number, Number(random));
                var size = random.Pick(2, 4, 8);
                number = number[..size];
                if (random.OneIn(2))
                {
                    number.Reverse(); // big-endian
                }

                var at = random.Next(bytes.Length);
                number[..Math.Min(size, bytes.Length - at)].CopyTo(bytes.AsSpan(at));
            }
        );

    private static byte[] Truncate(Random random, byte[] input) => input[..random.Next(input.Length + 1)];

    private static byte[] Insert(Random random, byte[] input)
    {
        var block = new byte[random.OneIn(50) ? random.Next(100_000) : random.Next(1, 20)];
        if (random.OneIn(2))
        {
            random.NextBytes(block);
        }

        return Insert(random, input, block);
    }

    private static byte[] Duplicate(Random random, byte[] input)
    {
        var (start, length) = Block(random, input);
        return Insert(random, input, input.AsSpan(start, length));
    }

    private static byte[] Remove(Random random, byte[] input)
    {
        var (start, length) = Block(random, input);
        return [.. input.AsSpan(0, start), .. input.AsSpan(start + length)];
    }

    private static (int Start, int Length) Block(Random random, byte[] input)
    {
        var start = random.Next(input.Length + 1);
        return (start, random.Next(Math.Min(random.Pick(8, 64, 4096), input.Length - start) + 1));
    }

    private static byte[] Insert(Random random, byte[] input, ReadOnlySpan<byte> block)
    {
        var at = random.Next(input.Length + 1);
        return [.. input.AsSpan(0, at), .. block, .. input.AsSpan(at)];
    }

    private static byte[] Change(byte[] input, Action<byte[]> change)
    {
        byte[] copy = [.. input];
        if (copy.Length > 0)
        {
            change(copy);
        }

        return copy;
    }
}
