using System.Text.Json.Serialization;

namespace InfoGanMl.Models;

/// <summary>How the exported files score, as whoever measured it says: nothing here knows any score by name.</summary>
/// <param name="TestImages">Test images that the scores were computed on.</param>
/// <param name="Figures">The scores, in the order in which the card lists them.</param>
public sealed record Scores(int TestImages, IReadOnlyList<Score> Figures)
{
    /// <summary>Finds a score; null where there is none.</summary>
    /// <param name="key">Its name, as in <c>accuracy_one_to_one</c>.</param>
    public Score? Find(string key) => Figures.FirstOrDefault(score => score.Key == key);
}

/// <summary>One score of a model.</summary>
/// <param name="Key">Its name for scripts, as in <c>samples.precision</c>, the same as in metrics.json.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">What it is measured in: share (0 to 1), nats, score, correlation and others.</param>
public sealed record Score(string Key, string Title, double Value, string Unit)
{
    /// <summary>The most it can be, where that is another number for each model, as for L_I; null elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Most { get; init; }
}
