using InfoGanMl.Fuzz.Mutations;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>Arrays of NumPy in files of their own.</summary>
internal sealed class NpyFormat() : ArrayFormat("npy", "bare", "flat")
{
    protected override IReadOnlyList<Mutation> Mutations => NpyMutations.All;
}
