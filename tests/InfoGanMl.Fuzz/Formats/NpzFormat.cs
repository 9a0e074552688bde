using InfoGanMl.Fuzz.Mutations;

namespace InfoGanMl.Fuzz.Formats;

/// <summary>Archives of NumPy, packed and not.</summary>
internal sealed class NpzFormat() : ArrayFormat("npz", "gray", "color", "kinds", "odd", "stored")
{
    protected override IReadOnlyList<Mutation> Mutations => ZipMutations.All;
}
