using InfoGanMl.Recipes.Ingredients;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Data;

/// <summary>Copies of a batch of images, and how much each was changed.</summary>
/// <param name="Images">[N, C, H, W].</param>
/// <param name="Amounts">
/// [N] for each augmentation. Slant: pixels to the right per pixel of height. Thickness: share of the way to the dilation, or,
/// where negative, to the erosion. Brightness, width and size: factors. Right and down: shares of half a side.
/// </param>
public sealed record AugmentedCopies(Tensor Images, IReadOnlyDictionary<AugmentationKind, Tensor> Amounts)
{
    /// <summary>These copies, and by how much more than others of the same images each was changed.</summary>
    internal AugmentedCopies From(AugmentedCopies others) =>
        this with
        {
            Amounts = Amounts.ToDictionary(amount => amount.Key, amount => amount.Value - others.Amounts[amount.Key]),
        };
}
