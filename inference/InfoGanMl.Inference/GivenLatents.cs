using InfoGanMl.Models.Latents;

namespace InfoGanMl.Inference;

/// <summary>Checks latents that were not drawn.</summary>
internal static class GivenLatents
{
    /// <inheritdoc cref="Latents.From"/>
    public static void Check(
        LatentSpace space,
        IReadOnlyList<float> noise,
        IReadOnlyList<IReadOnlyList<int>> categories,
        IReadOnlyList<IReadOnlyList<float>> continuous
    )
    {
        if (noise.Count % space.Noise != 0)
        {
            throw new ArgumentException(
                $"Found {noise.Count} values of noise; expected {space.Noise} for each row.",
                nameof(noise)
            );
        }

        var rows = noise.Count / space.Noise;
        CheckFinite("noise", noise, nameof(noise));
        CheckCount("categorical", space.Categorical.Count, categories.Count, nameof(categories));
        CheckCount("continuous", space.Continuous.Count, continuous.Count, nameof(continuous));
        foreach (var (code, values) in space.Categorical.Zip(categories))
        {
            CheckRows(code.Name, rows, values.Count, nameof(categories));
            foreach (var category in values.Where(category => category < 0 || category >= code.Size))
            {
                throw new ArgumentException(
                    $"Found category {category}; expected 0 to {code.Size - 1} for '{code.Name}'.",
                    nameof(categories)
                );
            }
        }

        foreach (var (code, values) in space.Continuous.Zip(continuous))
        {
            CheckRows(code.Name, rows, values.Count, nameof(continuous));
            CheckFinite($"'{code.Name}'", values, nameof(continuous));
        }
    }

    private static void CheckCount(string kind, int expected, int found, string parameter)
    {
        if (found != expected)
        {
            throw new ArgumentException($"Found {found} {kind} codes; expected {expected}.", parameter);
        }
    }

    private static void CheckRows(string code, int rows, int found, string parameter)
    {
        if (found != rows)
        {
            throw new ArgumentException(
                $"Found {found} values of '{code}'; expected {rows}, one for each row of noise.",
                parameter
            );
        }
    }

    private static void CheckFinite(string what, IReadOnlyList<float> values, string parameter)
    {
        foreach (var value in values.Where(value => !float.IsFinite(value)))
        {
            throw new ArgumentException($"Found {value} in {what}; expected finite numbers.", parameter);
        }
    }
}
