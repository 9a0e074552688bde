namespace InfoGanMl.Preparation.Arrays.Values;

/// <summary>What a file of arrays holds.</summary>
/// <param name="Names">Names of all its variables, in its order.</param>
/// <param name="Arrays">Those that were asked for, as far as they are there.</param>
internal sealed record ArrayContents(IReadOnlyList<string> Names, IReadOnlyList<NumericArray> Arrays);
