using InfoGanMl.Models.Checks;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes.Ingredients;

/// <summary>
/// The trunk has seen photographs before: it is <see cref="ResNet18"/> with the weights of ML.NET's featurizer, which ImageNet's
/// labels taught (transfer learning, Yosinski et al. 2014). A head start has two parts then. Teachers, which are heads of Q, sort
/// what the trunk as it came sees of the images, enlarged, from pairs of an image and a neighbor (SCAN, Van Gansbeke et al. 2020,
/// section 2.2). The starts, which are heads on the one trunk, learn to answer as the best of them at the images' own size, and then
/// from copies; the trunk's last stages learn with them. From heads that know nothing it would learn to answer all images alike.
/// </summary>
/// <param name="LearningStages">Stages of the trunk, from the last one back, that learn in the head start.</param>
/// <param name="LearningRate">Adam's learning rate for them; a fast one takes away what the trunk knows.</param>
/// <param name="Side">
/// Pixels that the shorter side is enlarged to for the teachers, where it has less: the trunk knows larger pictures than those that G
/// draws, and of neighbors more are of one kind there.
/// </param>
/// <param name="Teachers">Teachers; as many as there are starts, those of most mutual information, teach one each.</param>
/// <param name="TeacherSteps">Updates of each.</param>
/// <param name="TeacherBatchSize">Real pairs in one of these.</param>
/// <param name="TeacherBalance"><see cref="RealPairs.Balance"/> for them.</param>
/// <param name="Neighbors">
/// Images among the nearest by cosine that an image's neighbors are; of these, those that have it among their own nearest count.
/// </param>
/// <param name="NeighborShare">Share of the pairs that are of an image and a neighbor, and not of an image with itself.</param>
/// <param name="TaughtSteps">The first of the head start's steps, in which starts learn what their teachers answer.</param>
/// <param name="StyleGap">
/// Silhouette, by style, of two groups of images from which on the teachers see each as if it were alone: pictures of two cameras or
/// two lights would be sorted by these first. Below .25 there is no structure to speak of (Kaufman and Rousseeuw 1990, chapter 2);
/// 1 asks for none.
/// </param>
public sealed record Transfer(
    int LearningStages = 2,
    double LearningRate = 1e-4,
    int Side = 128,
    int Teachers = 64,
    int TeacherSteps = 1000,
    int TeacherBatchSize = 1024,
    double TeacherBalance = 5,
    int Neighbors = 20,
    double NeighborShare = 0.9,
    int TaughtSteps = 150,
    double StyleGap = 0.25
)
{
    internal IEnumerable<string> FindMistakes() =>
        Require
            .AtLeast(0, ("Transfer.LearningStages", LearningStages), ("Transfer.TaughtSteps", TaughtSteps))
            .Concat(
                Require.AtLeast(
                    1,
                    ("Transfer.Side", Side),
                    ("Transfer.Teachers", Teachers),
                    ("Transfer.TeacherSteps", TeacherSteps),
                    ("Transfer.Neighbors", Neighbors)
                )
            )
            .Concat(Require.AtLeast(2, ("Transfer.TeacherBatchSize", TeacherBatchSize)))
            .Concat(Require.AtMost(ResNet18.Stages, ("Transfer.LearningStages", LearningStages)))
            .Concat(Require.AtMost(Limits.ImageSide, ("Transfer.Side", Side)))
            .Concat(Require.AtMost(RecipeLimits.Teachers, ("Transfer.Teachers", Teachers)))
            .Concat(Require.AtMost(RecipeLimits.Steps, ("Transfer.TeacherSteps", TeacherSteps)))
            .Concat(Require.AtMost(RecipeLimits.Batch, ("Transfer.TeacherBatchSize", TeacherBatchSize)))
            .Concat(Require.AtMost(RecipeLimits.Neighbors, ("Transfer.Neighbors", Neighbors)))
            .Concat(Require.Positive(("Transfer.LearningRate", LearningRate), ("Transfer.StyleGap", StyleGap)))
            .Concat(Require.NotNegative(("Transfer.TeacherBalance", TeacherBalance)))
            .Concat(Require.Share(("Transfer.NeighborShare", NeighborShare)));
}
