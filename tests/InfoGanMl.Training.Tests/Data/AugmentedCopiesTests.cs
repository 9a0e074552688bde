using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Data;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Data;

public class AugmentedCopiesTests
{
    [Fact]
    public void Copies_are_changed_by_more_or_less_than_others_of_the_same_images()
    {
        var (darker, brighter) = (Copies(0.5f, 0.5f), Copies(1, 0.75f));

        var change = brighter.From(darker);

        Assert.Same(brighter.Images, change.Images);
        Assert.Equal([0.5f, 0.25f], change.Amounts[AugmentationKind.Brightness].data<float>().ToArray());
    }

    private static AugmentedCopies Copies(params float[] brightness) =>
        new(
            zeros(brightness.Length, 3, 8, 8),
            new Dictionary<AugmentationKind, Tensor> { [AugmentationKind.Brightness] = tensor(brightness) }
        );
}
