using InfoGanMl.Recipes.Networks;
using InfoGanMl.Training.Networks;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Networks;

public sealed class EvenUpsamplingTests : IDisposable
{
    // Two levels of the kernel and stride that ours have, and others, one beside the other.
    private readonly LayerModule _network = new(
        new(
            "generator",
            new(2, 6, 6),
            [
                new TransposedConv(3),
                new LeakyReLU(),
                new TransposedConv(3),
                new LeakyReLU(),
                new Residual(
                    [new TransposedConv(1, Kernel: 9, Stride: 3, Padding: 3)],
                    [new TransposedConv(1, 3, 3, 0)]
                ),
            ]
        ),
        weightDeviation: 1,
        new(1)
    );

    private Tensor[] Kernels => [.. _network.parameters().Where(p => p.shape.Length == 4)];

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_map_of_one_value_becomes_one_where_no_border_is_near()
    {
        Assert.InRange(SpreadOfTheMiddle(), 1, double.PositiveInfinity); // a pattern before

        EvenUpsampling.Project(_network);

        Assert.InRange(SpreadOfTheMiddle(), 0, 1e-3);
    }

    [Fact]
    public void Kernels_that_are_even_stay_as_they_are()
    {
        EvenUpsampling.Project(_network);
        var before = Kernels.Select(kernel => kernel.detach().clone()).ToArray();

        EvenUpsampling.Project(_network);

        Assert.All(Kernels.Zip(before), pair => Assert.True(pair.First.allclose(pair.Second, atol: 1e-6)));
    }

    [Fact]
    public void The_nearest_even_kernel_is_what_a_hand_finds()
    {
        using var _ = no_grad();
        using var network = new LayerModule(new("generator", new(1, 1, 1), [new TransposedConv(1)]), 1, new(1));
        var kernel = network.parameters().First(p => p.shape.Length == 4);
        // Phases sum up to 4, 8, 0 and 0, so to 3 on average: a weight of each changes by -1/4, -5/4, 3/4 and 3/4.
        kernel.copy_(
            tensor(
                new float[,]
                {
                    { 1, 4, 3, 0 },
                    { 0, 0, 0, 0 },
                    { 0, 0, 0, 4 },
                    { 0, 0, 0, 0 },
                }
            )
        );

        EvenUpsampling.Project(network);

        float[] odd = [0.75f, 0.75f, 0.75f, 0.75f];
        Assert.Equal(
            [0.75f, 2.75f, 2.75f, -1.25f, .. odd, -0.25f, -1.25f, -0.25f, 2.75f, .. odd],
            kernel.data<float>()
        );
    }

    [Fact]
    public void Other_layers_are_left_alone()
    {
        using var network = new LayerModule(new("trunk", new(1, 4, 4), [new Conv(2)]), 1, new(1));
        var before = network.parameters().First().detach().clone();

        EvenUpsampling.Project(network);

        Assert.True(network.parameters().First().Equals(before));
    }

    /// <summary>Largest minus least pixel of what becomes of ones, without what borders reach.</summary>
    private double SpreadOfTheMiddle()
    {
        using var _ = no_grad();
        var output = _network.forward(ones(1, 2, 6, 6));
        var third = output.shape[2] / 3;
        var middle = output.narrow(2, third, third).narrow(3, third, third);
        return (middle.max() - middle.min()).item<float>();
    }
}
