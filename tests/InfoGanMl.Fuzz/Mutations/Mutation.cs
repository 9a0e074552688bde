namespace InfoGanMl.Fuzz.Mutations;

/// <summary>Makes a damaged or hostile input of a good one.</summary>
/// <param name="random">Decides what is done.</param>
/// <param name="input">The good one, which stays as it is.</param>
internal delegate byte[] Mutation(Random random, byte[] input);

/// <summary>Choices that all mutations make.</summary>
internal static class RandomChoices
{
    /// <summary>One of the items.</summary>
    public static T Pick<T>(this Random random, params IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>True once in so many times.</summary>
    public static bool OneIn(this Random random, int times) => random.Next(times) == 0;

    /// <summary>One to four mutations in a row: most inputs stay close to a good one, or few would get past the first check.</summary>
    public static byte[] Mutate(this Random random, byte[] input, params IReadOnlyList<Mutation> mutations)
    {
        var count = random.OneIn(2) ? 1 : random.Next(2, 5);
        for (var i = 0; i < count; i++)
        {
            input = random.Pick(mutations)(random, input);
        }

        return input;
    }
}
