using InfoGanMl.Models.Latents;

namespace InfoGanMl.Inference;

/// <summary>N rows of G's input, noise z and codes c: drawn by a <see cref="LatentSampler"/>, or given.</summary>
public sealed class Latents
{
    private readonly float[] _noise;

    internal Latents(
        LatentSpace space,
        float[] noise,
        IReadOnlyList<IReadOnlyList<int>> categories,
        IReadOnlyList<IReadOnlyList<float>> continuous
    )
    {
        Space = space;
        _noise = noise;
        Categories = categories;
        Continuous = continuous;
    }

    /// <summary>Latents that are known, such as those between two others.</summary>
    /// <param name="space">Noise and codes of the model.</param>
    /// <param name="noise">z: [N × noise variables].</param>
    /// <param name="categories">For each categorical code [N]: the category, from 0 to size − 1.</param>
    /// <param name="continuous">For each continuous code [N]: its value; the prior's range is where G was trained.</param>
    /// <exception cref="ArgumentException">
    /// There is not as much as the space and N rows ask for, a category does not exist, or a value is no finite number.
    /// </exception>
    public static Latents From(
        LatentSpace space,
        IReadOnlyList<float> noise,
        IReadOnlyList<IReadOnlyList<int>> categories,
        IReadOnlyList<IReadOnlyList<float>> continuous
    )
    {
        GivenLatents.Check(space, noise, categories, continuous);
        return new(
            space,
            [.. noise],
            [.. categories.Select(code => code.ToArray())],
            [.. continuous.Select(code => code.ToArray())]
        );
    }

    /// <summary>N.</summary>
    public int Count => _noise.Length / Space.Noise;

    /// <summary>z: [N × noise variables].</summary>
    public IReadOnlyList<float> Noise => _noise;

    /// <summary>For each categorical code [N]: the category, from 0 to size − 1.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Categories { get; }

    /// <summary>For each continuous code [N]: its value.</summary>
    public IReadOnlyList<IReadOnlyList<float>> Continuous { get; }

    /// <summary>The same latents with the noise of other rows, for images that differ in their codes alone.</summary>
    /// <param name="rowOf">From the row's index to that of the row whose noise it gets, 0 to N − 1.</param>
    /// <exception cref="ArgumentException">A row does not exist.</exception>
    public Latents WithNoise(Func<int, int> rowOf)
    {
        var chosen = Enumerable.Range(0, Count).Select(rowOf).ToArray();
        foreach (var row in chosen.Where(row => row < 0 || row >= Count))
        {
            throw new ArgumentException($"Found row {row}; expected 0 to {Count - 1}.", nameof(rowOf));
        }

        return new(
            Space,
            [.. chosen.SelectMany(row => _noise.Skip(row * Space.Noise).Take(Space.Noise))],
            Categories,
            Continuous
        );
    }

    /// <summary>The same latents with a categorical code chosen for each row.</summary>
    /// <param name="code">Index of the categorical code.</param>
    /// <param name="categoryOf">From the row's index to its category, 0 to size − 1.</param>
    /// <exception cref="ArgumentException">A category or the code does not exist.</exception>
    public Latents WithCategory(int code, Func<int, int> categoryOf)
    {
        CheckCode(code, Categories.Count, "categorical");
        var chosen = Enumerable.Range(0, Count).Select(categoryOf).ToArray();
        var size = Space.Categorical[code].Size;
        foreach (var category in chosen.Where(category => category < 0 || category >= size))
        {
            throw new ArgumentException(
                $"Found category {category}; expected 0 to {size - 1} for '{Space.Categorical[code].Name}'.",
                nameof(categoryOf)
            );
        }

        return new(Space, _noise, Replace(Categories, code, chosen), Continuous);
    }

    /// <summary>The same latents with each category as often as any other, up to one: row 0 has category 0, row 1 category 1.</summary>
    /// <param name="code">Index of the categorical code.</param>
    /// <exception cref="ArgumentException">The code does not exist.</exception>
    public Latents WithBalancedCategories(int code = 0) =>
        WithCategory(code, row => row % Space.Categorical[code].Size);

    /// <summary>The same latents with a continuous code chosen for each row.</summary>
    /// <param name="code">Index of the continuous code.</param>
    /// <param name="valueOf">From the row's index to its value; the prior's range is where G was trained.</param>
    /// <exception cref="ArgumentException">The code does not exist.</exception>
    public Latents WithContinuous(int code, Func<int, float> valueOf)
    {
        CheckCode(code, Continuous.Count, "continuous");
        var chosen = Enumerable.Range(0, Count).Select(valueOf).ToArray();
        return new(Space, _noise, Categories, Replace(Continuous, code, chosen));
    }

    /// <summary>Noise and codes that these are rows of.</summary>
    internal LatentSpace Space { get; }

    /// <summary>G's inputs in the manifest's order; categories become one-hot vectors.</summary>
    internal IReadOnlyList<ReadOnlyMemory<float>> ToInputs() =>
        [
            _noise,
            .. Categories.Zip(Space.Categorical, (categories, code) => OneHot(categories, code.Size)),
            .. Continuous.Select(values => new ReadOnlyMemory<float>([.. values])),
        ];

    private static ReadOnlyMemory<float> OneHot(IReadOnlyList<int> categories, int size)
    {
        var rows = new float[categories.Count * size];
        for (var row = 0; row < categories.Count; row++)
        {
            rows[row * size + categories[row]] = 1;
        }

        return rows;
    }

    private static IReadOnlyList<T> Replace<T>(IReadOnlyList<T> all, int index, T replacement) =>
        [.. all.Take(index), replacement, .. all.Skip(index + 1)];

    private static void CheckCode(int code, int count, string kind)
    {
        if (code < 0 || code >= count)
        {
            throw new ArgumentException($"Found {kind} code {code}; expected an index below {count}.", nameof(code));
        }
    }
}
