using InfoGanMl.Fuzz.Mutations;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>MAT-files of MATLAB, packed and not, in both orders of bytes.</summary>
internal sealed class MatFormat() : ArrayFormat("mat", "svhn", "kinds", "kinds-compressed", "big-endian")
{
    protected override IReadOnlyList<Mutation> Mutations => MatMutations.All;
}
