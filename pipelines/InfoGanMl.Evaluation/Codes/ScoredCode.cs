using System.Text.Json.Serialization;
using InfoGanMl.Models.Latents;

namespace InfoGanMl.Evaluation.Codes;

/// <summary>One of several categorical codes.</summary>
/// <param name="Code">Its name.</param>
/// <param name="Categories">Number of its categories.</param>
/// <param name="CodeEntropy">H(c) in nats: the most that L_I can reach.</param>
public sealed record ScoredCode(string Code, int Categories, [property: JsonPropertyName("h_c")] double CodeEntropy)
{
    /// <summary>The categorical codes where there are several; empty where the figures of the first say it all.</summary>
    public static IReadOnlyList<ScoredCode> Of(LatentSpace latent) =>
        latent.Categorical.Count > 1
            ? [.. latent.Categorical.Select(code => new ScoredCode(code.Name, code.Size, code.Entropy))]
            : [];
}
