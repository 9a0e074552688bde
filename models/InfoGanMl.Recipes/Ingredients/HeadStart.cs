using System.Numerics;
using InfoGanMl.Models.Checks;

namespace InfoGanMl.Recipes.Ingredients;

/// <summary>
/// Before G and D join in, the trunk and Q learn from real pairs alone (<see cref="RealPairs.Information"/>), as what G's first,
/// senseless images would teach Q stays with it.
/// </summary>
/// <param name="Steps">Updates before G and D join in.</param>
/// <param name="BatchSize">Real pairs in one update; mutual information needs more than the adversarial terms do.</param>
/// <param name="LearningRate">Adam's learning rate.</param>
/// <param name="Balance">
/// <see cref="RealPairs.Balance"/> meanwhile. Without it, two classes in one category and another class in two halves are a
/// dead end that many trainings come to.
/// </param>
/// <param name="Starts">
/// Initial weights to begin with, where some of them end in a dead end all the same. The steps are cut into equal rounds, and
/// after each but the last the half with the lower mutual information drops out (successive halving, Jamieson and Talwalkar
/// 2016): a dead end shows in it early, and without a label.
/// </param>
/// <param name="Following">
/// <see cref="RealPairs.Following"/> meanwhile. With it, codes follow their augmentations before G gives them a meaning.
/// </param>
public sealed record HeadStart(
    int Steps = 1500,
    int BatchSize = 128,
    double LearningRate = 1e-3,
    double Balance = 2,
    int Starts = 1,
    double Following = 0
)
{
    /// <summary>Updates of all starts together.</summary>
    public int Updates() => Enumerable.Range(0, Steps).Sum(StartsLeftAt);

    /// <summary>How many starts take part in a step, the first one being step 0.</summary>
    public int StartsLeftAt(int step)
    {
        var rounds = BitOperations.Log2((uint)Starts) + 1;
        var round = (long)step * rounds / Steps;
        return Starts >> (int)round;
    }

    internal IEnumerable<string> FindMistakes() =>
        Require
            .AtLeast(1, ("HeadStart.Steps", Steps), ("HeadStart.Starts", Starts))
            .Concat(Require.AtMost(RecipeLimits.Steps, ("HeadStart.Steps", Steps)))
            .Concat(Require.AtMost(RecipeLimits.Starts, ("HeadStart.Starts", Starts)))
            .Concat(Require.AtMost(RecipeLimits.Batch, ("HeadStart.BatchSize", BatchSize)))
            .Concat(Require.AtLeast(2, ("HeadStart.BatchSize", BatchSize)))
            .Concat(Require.Positive(("HeadStart.LearningRate", LearningRate)))
            .Concat(Require.NotNegative(("HeadStart.Balance", Balance), ("HeadStart.Following", Following)));
}
