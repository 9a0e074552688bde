using InfoGanMl.Models.Tensors;
using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes.Tests.Networks;

public class JudgeNetworksTests
{
    [Fact]
    public void Its_tensors_follow_from_the_images_and_the_classes()
    {
        var tensors = new JudgeNetworks(new(3, 32, 28), classes: 7).Tensors;

        Assert.Equal(["image 3×32×28"], tensors.Inputs.Select(Describe));
        Assert.Equal(["probabilities 7", "features 96"], tensors.Outputs.Select(Describe));
    }

    [Fact]
    public void Images_smaller_than_its_convolutions_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new JudgeNetworks(new(1, 1, 1), classes: 2));
    }

    private static string Describe(TensorShape tensor) => $"{tensor.Name} {string.Join('×', tensor.Shape)}";
}
