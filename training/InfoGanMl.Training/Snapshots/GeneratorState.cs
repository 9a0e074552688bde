using System.Buffers.Binary;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Snapshots;

/// <summary>
/// What libtorch saves of a Mersenne twister on the CPU: the seed, how many of its 624 numbers are left, whether it is seeded, which
/// comes next, the numbers, and what is left of a pair of normal ones. Given anything else, libtorch ends the process.
/// </summary>
internal static class GeneratorState
{
    private const int Size = 5056;
    private const int Numbers = 624;
    private const int LeftAt = 8;
    private const int SeededAt = 12;
    private const int NextAt = 16;

    /// <summary>Whether libtorch takes it; the state of a GPU's generator is another, and short.</summary>
    public static bool IsValid(Tensor state)
    {
        if (state.numel() != Size)
        {
            return true;
        }

        ReadOnlySpan<byte> bytes = state.bytes;
        return BinaryPrimitives.ReadInt32LittleEndian(bytes[LeftAt..]) is > 0 and <= Numbers
            && BinaryPrimitives.ReadInt32LittleEndian(bytes[SeededAt..]) != 0
            && BinaryPrimitives.ReadUInt64LittleEndian(bytes[NextAt..]) <= Numbers;
    }
}
