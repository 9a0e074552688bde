using InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Recipes.Tests.Networks;

public class NetworkTests
{
    private static readonly InfoGanNetworks Paper = Presets.MnistPaper.BuildNetworks();

    [Fact]
    public void Shapes_and_costs_add_up_over_the_layers()
    {
        var network = new Network("sample", new(1, 4, 4), [new Conv(2), new BatchNorm(), new Flatten(), new Dense(3)]);

        Assert.Equal((new Shape(1, 4, 4), new Shape(3)), (network.Input, network.Output));
        Assert.Equal(["1×4×4", "2×2×2", "2×2×2", "8"], network.Steps.Select(step => step.Input.ToString()));
        Assert.Equal(34 + 4 + 0 + 27, network.Parameters); // 2·16 + 2, 2·2, none, 8·3 + 3
        Assert.Equal(128 + 24, network.MultiplyAdds); // 8 outputs · 16, 8·3
    }

    [Fact]
    public void A_network_without_layers_passes_its_input_on()
    {
        var network = new Network("sample", new(5), []);

        Assert.Equal((new Shape(5), 0L, 0L), (network.Output, network.Parameters, network.MultiplyAdds));
    }

    [Fact]
    public void A_misfit_is_reported_with_the_index_of_the_layer()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new Network("sample", new(1, 4, 4), [new Conv(2), new ReLU(), new Dense(3)])
        );

        Assert.StartsWith(
            "Layer 2 of the sample: Dense { Outputs = 3, Bias = True } got an input of shape 2×2×2; "
                + "expected a vector (put Flatten before it).",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("layers", error.ParamName);
    }

    public static TheoryData<Layer, Layer> Absurd =>
        new()
        {
            { new Reshape(1, 4096, 4096), new Flatten() }, // more values than the layer before it makes
            { new TransposedConv(65_536, Kernel: 1024, Stride: 1024, Padding: 0), new Flatten() }, // 2^46 values
            { new TransposedConv(1, Kernel: 1, Stride: 1, Padding: 2), new Flatten() }, // a side of 0 pixels
            { new Conv(0), new Flatten() },
            { new Conv(1, Kernel: int.MaxValue), new Flatten() },
            { new Conv(1, Padding: int.MaxValue), new Flatten() },
            { new Flatten(), new Dense(int.MaxValue) },
            { new Flatten(), new Dense(-1) },
        };

    [Theory]
    [MemberData(nameof(Absurd))]
    public void Sizes_that_overflow_or_vanish_are_misfits(Layer first, Layer second)
    {
        var error = Assert.Throws<ArgumentException>(() => new Network("sample", new(1, 4, 4), [first, second]));

        Assert.StartsWith("Layer ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_layers_than_anyone_needs_are_refused_and_those_within_residual_ones_count()
    {
        Refuse([.. Enumerable.Repeat(new ReLU(), 201)]);
        Refuse([new Residual([.. Enumerable.Repeat(new ReLU(), 100)], [.. Enumerable.Repeat(new ReLU(), 100)])]);

        static void Refuse(Layer[] layers) =>
            Assert.Contains(
                "201 layers; expected at most 200.",
                Assert.Throws<ArgumentException>(() => new Network("sample", new(1), layers)).Message
            );
    }

    [Fact]
    public void A_misfit_within_a_residual_layer_says_in_which_way()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new Network("sample", new(1, 4, 4), [new Residual([new ReLU(), new Dense(3)], [])])
        );

        Assert.StartsWith(
            "Layer 0 of the sample: Layer 1 of the residual_body: Dense { Outputs = 3, Bias = True } got",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void More_parameters_than_an_exported_file_may_have_are_refused()
    {
        var options = TinyModel.Options;
        var large = options with
        {
            Architecture = options.Architecture with { RecognizerHead = [new Dense(1 << 20), new Dense(1 << 10)] },
        };

        var error = Assert.Throws<ArgumentException>(large.BuildNetworks);

        Assert.Contains("expected at most 33554432", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_within_a_residual_layer_count_as_those_between_layers_do()
    {
        var options = TinyModel.Options;
        // Four maps of 2^24 values, as many as are allowed, and nothing that has parameters but a kernel of 2^20.
        Layer[] wide =
        [
            new TransposedConv(1, Kernel: 1024, Stride: 1024, Padding: 0),
            .. Enumerable.Repeat(new ReLU(), 3),
        ];
        Layer[] head = [new Reshape(1, 4, 4), new Residual([.. wide, new Conv(1, 1024, 1024, 0)], []), new Flatten()];
        var large = options with
        {
            Architecture = options.Architecture with { RecognizerHead = [new Dense(16), .. head] },
        };

        Assert.Contains("values a row", Assert.Throws<ArgumentException>(large.BuildNetworks).Message);
    }

    [Fact]
    public void A_generator_that_draws_images_of_another_size_is_refused()
    {
        var options = TinyModel.Options with { Image = new(1, 3, 3) };

        var error = Assert.Throws<ArgumentException>(options.BuildNetworks);

        Assert.Equal("The generator ends in shape 1×2×2; expected the image's 1×3×3.", error.Message);
    }

    [Fact]
    public void The_papers_generator_costs_what_its_table_says()
    {
        // dense 74·1024, batch norm 2·1024, dense 1024·6272, batch norm 2·6272,
        // up-convolution 128·64·16, batch norm 2·64, up-convolution 64·1·16 + 1
        Assert.Equal(75_776 + 2_048 + 6_422_528 + 12_544 + 131_072 + 128 + 1_025, Paper.Generator.Parameters);
        // the two dense layers, then 128·7·7 inputs · 64·16 and 64·14·14 inputs · 1·16
        Assert.Equal(75_776 + 6_422_528 + 6_422_528 + 200_704, Paper.Generator.MultiplyAdds);
        Assert.Equal(("74", "1×28×28"), ($"{Paper.Generator.Input}", $"{Paper.Generator.Output}"));
    }

    [Fact]
    public void The_papers_trunk_costs_what_its_table_says()
    {
        // convolution 1·64·16 + 64, convolution 64·128·16, batch norm 2·128, dense 6272·1024, batch norm 2·1024
        Assert.Equal(1_088 + 131_072 + 256 + 6_422_528 + 2_048, Paper.Trunk.Parameters);
        // 64·14·14 outputs · 1·16, 128·7·7 outputs · 64·16, 6272·1024
        Assert.Equal(200_704 + 6_422_528 + 6_422_528, Paper.Trunk.MultiplyAdds);
        Assert.Equal(("1×28×28", "1024"), ($"{Paper.Trunk.Input}", $"{Paper.Trunk.Output}"));
    }

    [Fact]
    public void The_papers_heads_cost_what_its_table_says()
    {
        Assert.Equal(1024 + 1, Paper.Discriminator.Parameters);
        Assert.Equal(131_072 + 256, Paper.Features.Parameters); // dense 1024·128, batch norm 2·128
        Assert.Equal(128 * 12 + 12, Paper.Codes.Parameters); // 10 logits and 2 means
        Assert.Equal(1024 + 131_072 + 1_536, Heads().Sum(head => head.MultiplyAdds));

        static Network[] Heads() => [Paper.Discriminator, Paper.Features, Paper.Codes];
    }
}
