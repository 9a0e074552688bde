namespace InfoGanMl.Models;

/// <summary>
/// Before G and D join in, the trunk and Q learn from real pairs alone (<see cref="RealPairs.Information"/>), as what G's first,
/// senseless images would teach Q stays with it.
/// </summary>
/// <param name="Steps">Updates before G and D join in.</param>
/// <param name="BatchSize">Real pairs in one update; mutual information needs more than the adversarial terms do.</param>
/// <param name="LearningRate">Adam's learning rate.</param>
/// <param name="Balance">
/// <see cref="RealPairs.Balance"/> meanwhile. Without it, two classes in one category and another class in two halves are a
/// dead end that most trainings come to.
/// </param>
public sealed record HeadStart(int Steps = 1500, int BatchSize = 128, double LearningRate = 1e-3, double Balance = 2)
{
    internal IEnumerable<string> FindMistakes() =>
        Require
            .AtLeast(1, ("HeadStart.Steps", Steps))
            .Concat(Require.AtLeast(2, ("HeadStart.BatchSize", BatchSize)))
            .Concat(Require.Positive(("HeadStart.LearningRate", LearningRate)))
            .Concat(Require.NotNegative(("HeadStart.Balance", Balance)));
}
