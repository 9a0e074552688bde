using InfoGanMl.Training.Data;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Tests.Data;

public class RandomSourceTests
{
    [Fact]
    public void Columns_are_those_that_libtorchs_multinomial_draws()
    {
        using var scope = NewDisposeScope();
        using var random = new RandomSource(5, CPU);
        using var generator = new Generator(5);
        var probabilities = randn(200, 7, generator: new Generator(1)).softmax(1);

        for (var draw = 0; draw < 3; draw++)
        {
            var expected = multinomial(probabilities, 1, generator: generator).squeeze(1);

            Assert.True(random.Columns(probabilities).Equals(expected));
        }
    }

    [Fact]
    public void What_it_draws_is_brought_to_the_device_where_it_is_used()
    {
        using var scope = NewDisposeScope();
        using var random = new RandomSource(5, META); // has no memory, and is no CPU

        Tensor[] drawn =
        [
            random.Uniform(2, 3),
            random.Normal(2, 3),
            random.Integers(4, 2),
            random.Permutation(2),
            random.Columns(ones(2, 3, device: META)),
        ];

        Assert.All(drawn, tensor => Assert.Equal((DeviceType.META, 2), (tensor.device_type, tensor.shape[0])));
    }
}
