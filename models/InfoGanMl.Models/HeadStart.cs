namespace InfoGanMl.Models;

/// <summary>
/// Before G and D join in, several trunks, each with several candidates for Q's head, learn from real pairs alone; the
/// candidate of the highest mutual information goes on with its trunk. A head that puts two classes into one category is
/// stuck there for good, and shows without labels: its mutual information levels off below that of the others.
/// </summary>
/// <param name="Steps">Updates before G and D join in.</param>
/// <param name="BatchSize">Real pairs in one update; mutual information needs more than the adversarial terms do.</param>
/// <param name="Heads">Candidates on each trunk.</param>
/// <param name="LearningRate">Adam's learning rate.</param>
/// <param name="Trunks">Trunks, as the heads of one tend to be stuck together; they are trained side by side.</param>
/// <param name="Attempts">Times to begin anew while all candidates look stuck.</param>
/// <param name="Enough">Share of its maximum, ln(categories), from which on mutual information does not look stuck.</param>
public sealed record HeadStart(
    int Steps = 1500,
    int BatchSize = 128,
    int Heads = 5,
    double LearningRate = 1e-3,
    int Trunks = 2,
    int Attempts = 1,
    double Enough = 0.82
)
{
    internal IEnumerable<string> FindMistakes() =>
        Require
            .AtLeast(
                1,
                ("HeadStart.Steps", Steps),
                ("HeadStart.Heads", Heads),
                ("HeadStart.Trunks", Trunks),
                ("HeadStart.Attempts", Attempts)
            )
            .Concat(Require.AtLeast(2, ("HeadStart.BatchSize", BatchSize)))
            .Concat(Require.Positive(("HeadStart.LearningRate", LearningRate)))
            .Concat(Require.Fraction(("HeadStart.Enough", Enough)));
}
