using System.Buffers.Binary;
using InfoGanMl.Pipelines.Errors;

namespace InfoGanMl.Pipelines.Saved;

/// <summary>Checks the types of vectors that a part of a saved pipeline describes, such as its schema.</summary>
/// <remarks>
/// ML.NET writes the name VBuffer, the length of what describes it, the type of the items in the same manner, and the
/// dimensions behind their number. Where that number is more than the description holds, ML.NET reads on without an end.
/// </remarks>
internal static class SavedVectors
{
    private const int MostDimensions = 16;

    /// <summary>Looks at every place that could be read as such a type, whether ML.NET reads it or not.</summary>
    /// <exception cref="InvalidPipelineFileException">A number of dimensions is wrong.</exception>
    public static void Check(string part, ReadOnlySpan<byte> content)
    {
        while (content.IndexOf("VBuffer"u8) is >= 0 and var at)
        {
            content = content[(at + "VBuffer"u8.Length)..];
            if (!IsVector(content))
            {
                throw new InvalidPipelineFileException(
                    part,
                    "a vector type that is damaged",
                    $"up to {MostDimensions} dimensions"
                );
            }
        }
    }

    private static bool IsVector(ReadOnlySpan<byte> rest)
    {
        if (!TryTakeCounted(ref rest, out var description) || !TryTakeCounted(ref description, out _))
        {
            return false;
        }

        return TryTakeCounted(ref description, out _)
            && description.Length >= sizeof(int)
            && BinaryPrimitives.ReadInt32LittleEndian(description) is >= 0 and <= MostDimensions and var count
            && description.Length == sizeof(int) * (1 + count);
    }

    /// <summary>Takes bytes behind their count, which has seven bits in a byte.</summary>
    private static bool TryTakeCounted(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> taken)
    {
        var count = 0L;
        for (var i = 0; i < Math.Min(rest.Length, 5); i++)
        {
            count |= (long)(rest[i] & 0x7f) << (7 * i);
            if (rest[i] < 0x80)
            {
                var fits = count <= rest.Length - i - 1;
                taken = fits ? rest.Slice(i + 1, (int)count) : default;
                rest = fits ? rest[(i + 1 + (int)count)..] : rest;
                return fits;
            }
        }

        taken = default;
        return false;
    }
}
