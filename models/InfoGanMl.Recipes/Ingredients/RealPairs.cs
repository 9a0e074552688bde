using InfoGanMl.Models.Checks;

namespace InfoGanMl.Recipes.Ingredients;

/// <summary>
/// What the trunk and Q learn from a real image and an augmented copy of it. The paper shows Q generated images only, so
/// that nothing ties its categories to real ones.
/// </summary>
/// <param name="Information">
/// Weight of the mutual information between Q's answers for both (Ji et al. 2019, "Invariant Information Clustering", eq. 3).
/// </param>
/// <param name="Consistency">
/// Weight of the cross-entropy between both answers. Mutual information hardly moves answers that are sure of themselves and
/// contradict each other; cross-entropy does. Not used in a head start, where it would make all answers the same.
/// </param>
/// <param name="Following">Weight of the codes that follow an augmentation (<see cref="ContinuousRecipe.Follows"/>).</param>
/// <param name="Balance">
/// Weight of the entropy of the categories over a batch, as a multiple of <paramref name="Information"/>: how strictly images
/// are to be spread as evenly as the code's prior is. For data whose kinds are equally frequent; a head start has a weight of
/// its own (<see cref="HeadStart.Balance"/>).
/// </param>
public sealed record RealPairs(
    double Information = 1,
    double Consistency = 0,
    double Following = 0.5,
    double Balance = 0
)
{
    /// <summary>How the copy differs.</summary>
    public Augmentation Augmentation { get; init; } = new();

    internal IEnumerable<string> FindMistakes() =>
        Require
            .NotNegative(
                ("RealPairs.Information", Information),
                ("RealPairs.Consistency", Consistency),
                ("RealPairs.Following", Following),
                ("RealPairs.Balance", Balance)
            )
            .Concat(Augmentation.FindMistakes());
}
