using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Networks;
using InfoGanMl.Training.Networks;
using Xunit;
using static TorchSharp.torch;
using Modules = TorchSharp.Modules;
using Shape = InfoGanMl.Recipes.Networks.Shape;

namespace InfoGanMl.Training.Tests.Networks;

public class LayerModuleTests
{
    [Fact]
    public void Batch_norm_keeps_epsilon_and_momentum_apart()
    {
        var network = new Network("norms", new Shape(3), [new BatchNorm(Epsilon: 0.25, Momentum: 0.5)]);
        using var module = new LayerModule(network, 0.02, new Generator(1));
        var norm = (Modules.BatchNorm1d)module.LayersWithModules.Single().Module;

        // One batch with mean 2 and unbiased variance 2: the running values move half of the way from 0 and 1.
        module.forward(
            tensor(
                new[,]
                {
                    { 1f, 1f, 1f },
                    { 3f, 3f, 3f },
                }
            )
        );

        Assert.Equal(1f, norm.running_mean![0].item<float>(), 1e-6);
        Assert.Equal(1.5f, norm.running_var![0].item<float>(), 1e-6);
        // (3 − 1) / √(1.5 + 0.25)
        module.eval();
        Assert.Equal(2 / Math.Sqrt(1.75), module.forward(full([1, 3], 3f))[0, 0].item<float>(), 1e-5);
    }

    /// <summary>A fault of oneDNN on CPUs with AVX-512 (<see cref="CpuConvolution"/>).</summary>
    [Theory]
    [InlineData(1, 4)]
    [InlineData(3, 4)]
    [InlineData(1, 32)]
    [InlineData(3, 32)]
    public void Convolutions_of_few_channels_read_no_memory_that_is_not_theirs(int channels, int filters)
    {
        var network = new Network("few", new Shape(channels, 8, 8), [new Conv(filters), new TransposedConv(channels)]);
        using var module = new LayerModule(network, 0.1, new Generator(1));
        using var images = rand(16, channels, 8, 8, requires_grad: true);

        for (var i = 0; i < 20; i++)
        {
            FillFreeMemoryWithNaN();
            var output = module.forward(images);
            FillFreeMemoryWithNaN();
            output.sum().backward();

            Assert.All(
                [output, images.grad!, .. module.parameters().Select(p => p.grad!)],
                values => Assert.True(values.isfinite().all().item<bool>())
            );
        }

        static void FillFreeMemoryWithNaN()
        {
            using var scope = NewDisposeScope();
            for (var size = 1 << 18; size >= 64; size /= 2)
            {
                _ = Enumerable.Range(0, 8).Select(_ => full([size], float.NaN)).ToList();
            }
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(20)]
    public void Channels_that_are_filled_up_change_no_result(int channels)
    {
        var network = new Network("few", new Shape(3, 8, 8), [new Conv(channels), new TransposedConv(3)]);
        using var module = new LayerModule(network, 0.1, new Generator(1));
        var modules = module.LayersWithModules.Select(layer => layer.Module).ToArray();
        using var images = rand(3, 3, 8, 8);

        var plain = modules[1].forward(modules[0].forward(images)); // right as it is, for three channels

        Assert.True(module.forward(images).allclose(plain, atol: 1e-6));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void On_a_cpu_activations_lie_as_channels_last_from_layer_to_layer_and_gradients_as_their_weights_do(
        int channels
    )
    {
        var network = new Network(
            "convolutions",
            new Shape(channels, 8, 8),
            [new Conv(16), new LeakyReLU(), new Conv(32), new BatchNorm(), new TransposedConv(16), new ReLU()]
        );
        using var module = new LayerModule(network, 0.1, new Generator(1));
        using var images = rand(3, channels, 8, 8, requires_grad: true);

        var output = module.forward(images);
        output.square().sum().backward();

        Assert.Equal([4 * 4 * 16, 1, 4 * 16, 16], output.stride());
        Assert.All(module.parameters(), parameter => Assert.True(parameter.grad!.is_contiguous())); // as FusedAdam reads them
        Assert.True(output.allclose(PlainForward(module, images), atol: 1e-5));
    }

    [Fact]
    public void A_residual_layer_adds_up_both_ways_and_both_learn()
    {
        var residual = new Residual([new Dense(4), new Tanh()], [new Dense(4)]);
        using var module = new LayerModule(new("sample", new(3), [residual]), 0.5, new Generator(1));
        using var rows = rand(5, 3);
        var (body, shortcut) = Ways(module);

        var output = module.forward(rows);
        output.square().sum().backward();

        Assert.True(output.allclose(body.forward(rows) + shortcut.forward(rows)));
        Assert.Equal(4, module.parameters().Count());
        Assert.All(module.parameters(), parameter => Assert.True(parameter.grad!.abs().sum().item<float>() > 0));
        Assert.Contains("_modules.0.body._modules.0.weight", module.state_dict().Keys);

        static (LayerModule Body, LayerModule Shortcut) Ways(LayerModule module)
        {
            var ways = (ResidualModule)module.LayersWithModules.Single().Module;
            return (ways.Body, ways.Shortcut);
        }
    }

    /// <summary>The layers in libtorch's own order of memory.</summary>
    private static Tensor PlainForward(LayerModule module, Tensor input) =>
        module.LayersWithModules.Aggregate(input, (activation, layer) => layer.Module.forward(activation));

    [Fact]
    public void Initial_weights_have_the_deviation_asked_for()
    {
        var network = new Network("dense", new Shape(400), [new Dense(400), new BatchNorm()]);
        using var module = new LayerModule(network, 0.02, new Generator(1));
        var parameters = module.LayersWithModules.Select(l => l.Module.named_parameters().ToArray()).ToArray();

        Assert.Equal(0.02, parameters[0][0].parameter.std().item<float>(), 5e-4);
        Assert.Equal(0, parameters[0][1].parameter.abs().max().item<float>());
        Assert.Equal(1, parameters[1][0].parameter.min().item<float>());
        Assert.Equal(0, parameters[1][1].parameter.abs().max().item<float>());
    }

    [Theory]
    [InlineData("mnist")]
    [InlineData("mnist-paper")]
    public void Modules_have_the_shapes_and_parameters_that_the_layers_promise(string preset)
    {
        var options = Presets.Find(preset);
        using var gan = new InfoGan(options, new Generator(1), CPU);
        var latents = zeros(2, options.Latent.Space.Width);

        AssertKeepsPromise(gan.Generator, latents);
        AssertKeepsPromise(gan.Trunk, gan.Generator.forward(latents));
        AssertKeepsPromise(gan.Recognizer.Features, gan.Trunk.forward(gan.Generator.forward(latents)));
    }

    private static void AssertKeepsPromise(LayerModule module, Tensor input)
    {
        Assert.Equal([2, .. module.Network.Output.Dimensions.Select(d => (long)d)], module.forward(input).shape);
        Assert.Equal(module.Network.Parameters, module.parameters().Sum(p => p.numel()));
    }
}
