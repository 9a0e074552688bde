using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes.Tests.Networks;

public class LayerTests
{
    private static readonly Shape Vector = new(12);
    private static readonly Shape Image = new(2, 5, 7);

    public static TheoryData<Layer, Shape, string, long, long> Costs =>
        new()
        {
            // layer, input, output shape, parameters, multiply-adds
            { new Dense(3), Vector, "3", 12 * 3 + 3, 12 * 3 },
            { new Dense(3, Bias: false), Vector, "3", 12 * 3, 12 * 3 },
            // (5 + 2 - 4) / 2 + 1 = 2 rows, (7 + 2 - 4) / 2 + 1 = 3 columns; 6·6 outputs of 2·4·4 products
            { new Conv(6), Image, "6×2×3", 2 * 6 * 16 + 6, 6 * 2 * 3 * 32 },
            { new Conv(6, Bias: false), Image, "6×2×3", 2 * 6 * 16, 6 * 2 * 3 * 32 },
            // (5 - 3) / 1 + 1 = 3 rows, (7 - 3) / 1 + 1 = 5 columns
            { new Conv(1, Kernel: 3, Stride: 1, Padding: 0), Image, "1×3×5", 2 * 9 + 1, 3 * 5 * 18 },
            // (5 - 1) · 2 - 2 + 4 = 10 rows, (7 - 1) · 2 - 2 + 4 = 14 columns; each of 2·5·7 inputs meets 3·4·4 weights
            { new TransposedConv(3), Image, "3×10×14", 2 * 3 * 16 + 3, 2 * 5 * 7 * 48 },
            { new TransposedConv(3, Bias: false), Image, "3×10×14", 2 * 3 * 16, 2 * 5 * 7 * 48 },
            { new BatchNorm(), Image, "2×5×7", 2 * 2, 0 }, // a scale and a shift for each channel
            { new BatchNorm(), Vector, "12", 2 * 12, 0 },
            { new ReLU(), Image, "2×5×7", 0, 0 },
            { new LeakyReLU(), Image, "2×5×7", 0, 0 },
            { new Sigmoid(), Vector, "12", 0, 0 },
            { new Tanh(), Vector, "12", 0, 0 },
            { new Reshape(3, 2, 2), Vector, "3×2×2", 0, 0 },
            { new Flatten(), Image, "70", 0, 0 },
            { new Flatten(), Vector, "12", 0, 0 },
            // (5 + 2 - 3) / 2 + 1 = 3 rows, (7 + 2 - 3) / 2 + 1 = 4 columns
            { new MaxPool(), Image, "2×3×4", 0, 2 * 3 * 4 * 9 },
            { new GlobalAveragePool(), Image, "2×1×1", 0, 0 },
            // 2·2·3·3 + 2 weights, each of which meets 5·7 pixels; then a scale and a shift for each channel
            {
                new Residual([new Conv(2, Kernel: 3, Stride: 1), new BatchNorm()], []),
                Image,
                "2×5×7",
                38 + 4,
                35 * 36
            },
            { new Residual([new Dense(3)], [new Dense(3, Bias: false)]), Vector, "3", 39 + 36, 36 + 36 },
        };

    [Theory]
    [MemberData(nameof(Costs))]
    public void Shape_and_cost_are_as_worked_by_hand(
        Layer layer,
        Shape input,
        string output,
        long parameters,
        long multiplyAdds
    )
    {
        Assert.Equal(output, layer.Output(input).ToString());
        Assert.Equal(parameters, layer.Parameters(input));
        Assert.Equal(multiplyAdds, layer.MultiplyAdds(input));
    }

    public static TheoryData<Layer, Shape, string> Misfits =>
        new()
        {
            { new Dense(3), Image, "expected a vector (put Flatten before it)." },
            { new Conv(3), Vector, "expected an image of at least 2 pixels." },
            { new Conv(3, Kernel: 8), Image, "expected an image of at least 6 pixels." },
            { new TransposedConv(3), Vector, "expected an image (put Reshape before it)." },
            { new Reshape(3, 2, 1), Vector, "expected 6 values." },
            { new MaxPool(Kernel: 8), Image, "expected an image of at least 6 pixels." },
            { new GlobalAveragePool(), Vector, "expected an image (put Reshape before it)." },
            { new Residual([new Conv(2)], []), Image, "expected one shape of both ways, not 2×2×3 and 2×5×7." },
        };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void A_layer_that_does_not_fit_says_what_it_got_and_expected(Layer layer, Shape input, string expected)
    {
        var error = Assert.Throws<ArgumentException>(() => layer.Output(input));

        Assert.Equal($"{layer} got an input of shape {input}; {expected}", error.Message);
    }

    [Fact]
    public void Residual_layers_are_equal_where_what_they_hold_is()
    {
        Assert.Equal(Residual(3), Residual(3));
        Assert.Equal(Residual(3).GetHashCode(), Residual(3).GetHashCode());
        Assert.NotEqual(Residual(3), Residual(4));
        Assert.NotEqual(Residual(3), new Residual(Residual(3).Shortcut, Residual(3).Body));

        static Residual Residual(int outputs) => new([new Dense(outputs)], [new ReLU(), new Dense(outputs)]);
    }

    [Fact]
    public void A_vector_and_an_image_are_told_apart()
    {
        Assert.Equal((true, 12), (Vector.IsVector, Vector.Size));
        Assert.Equal((false, 70), (Image.IsVector, Image.Size));
        Assert.Equal([12], Vector.Dimensions);
        Assert.Equal([2, 5, 7], Image.Dimensions);
    }
}
