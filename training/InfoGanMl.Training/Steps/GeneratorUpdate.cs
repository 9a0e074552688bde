using InfoGanMl.Recipes;
using InfoGanMl.Training.Losses.Adversarial;
using InfoGanMl.Training.Losses.Codes;
using InfoGanMl.Training.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Steps;

/// <summary>G's half of a step: it learns to deceive D, and to draw what Q reads (eq. 6).</summary>
/// <param name="options">Weights of the terms.</param>
/// <param name="gan">The networks.</param>
/// <param name="game">V(D, G).</param>
/// <param name="likelihood">L_I.</param>
internal sealed class GeneratorUpdate(
    TrainingOptions options,
    InfoGan gan,
    AdversarialGame game,
    CodeLikelihood likelihood
)
{
    /// <summary>One update.</summary>
    /// <param name="optimizer">That of G.</param>
    /// <param name="authentic">Real images.</param>
    /// <param name="deceive">Generated ones, in G's graph, with what the trunk makes of them.</param>
    /// <param name="latents">[N, latent width], the rows that these were generated from.</param>
    /// <returns>What G minimizes against the critics on the trunk, without λ·L_I.</returns>
    public Tensor Run(FusedAdam optimizer, Candidates authentic, Func<Candidates> deceive, Tensor latents)
    {
        gan.RequireDiscriminatorGradients(false); // the gradient passes D and Q without being stored for them
        var deceiving = deceive();
        var (loss, deceptionLoss) = game.OfGenerator(authentic, deceiving); // scalars
        var recovered = likelihood.Measure(gan.Recognizer.Recognize(deceiving.Trunk!), latents); // scalars for each code
        optimizer.Minimize(Objective(deceiving.Images, deceptionLoss, likelihood.Weighted(recovered)));
        gan.RequireDiscriminatorGradients(true);
        if (options.EvenUpsampling)
        {
            EvenUpsampling.Project(gan.Generator);
        }

        return loss;
    }

    private Tensor Objective(Tensor fake, Tensor deceptionLoss, Tensor information) =>
        options.InformationBound is { } bound
            ? BoundInformation.Measure(fake, deceptionLoss, information, bound)
            : deceptionLoss - information;
}
