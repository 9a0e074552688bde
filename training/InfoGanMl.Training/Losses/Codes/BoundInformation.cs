using InfoGanMl.Recipes;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Losses.Codes;

/// <summary>What G minimizes where L_I must not outweigh V, of eq. 6 (<see cref="TrainingOptions.InformationBound"/>).</summary>
public static class BoundInformation
{
    private const double Least = 1e-30; // keeps 0 / 0 from being no number

    /// <summary>Both terms, the second one scaled down where its gradient at the images is too long.</summary>
    /// <param name="images">[N, C, H, W], generated, in the graph of both terms.</param>
    /// <param name="adversarialLoss">G's part of V.</param>
    /// <param name="information">λ·L_I.</param>
    /// <param name="bound">How long the gradient of the second may be, in lengths of that of the first.</param>
    /// <returns>A scalar of which only the gradient means something.</returns>
    public static Tensor Measure(Tensor images, Tensor adversarialLoss, Tensor information, double bound)
    {
        var realism = autograd.grad([adversarialLoss], [images], retain_graph: true)[0];
        var codes = autograd.grad([-information], [images])[0];
        var factor = (bound * realism.norm() / codes.norm().clamp_min(Least)).clamp_max(1);
        return (images * (realism + factor * codes)).sum();
    }
}
