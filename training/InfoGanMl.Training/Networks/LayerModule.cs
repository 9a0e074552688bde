using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Recipes.Networks;
using static TorchSharp.torch;
using Layers = InfoGanMl.Recipes.Networks;
using TorchModules = TorchSharp.Modules;

namespace InfoGanMl.Training.Networks;

/// <summary>A <see cref="Network"/> as a TorchSharp module: one module per layer, applied in order.</summary>
public sealed class LayerModule : nn.Module<Tensor, Tensor>
{
    private readonly TorchModules.ModuleList<nn.Module<Tensor, Tensor>> _modules = nn.ModuleList<nn.Module<
        Tensor,
        Tensor
    >>();

    private readonly bool[] _inBFloat16; // layer by layer

    /// <summary>Builds the modules with fresh weights.</summary>
    /// <param name="network">The layers.</param>
    /// <param name="weightDeviation">As <see cref="TrainingOptions.GeneratorWeightDeviation"/>; batch norms start at 1 and 0.</param>
    /// <param name="random">Source of the weights.</param>
    /// <param name="precision">In which numbers the layers that gain from it are computed while gradients are.</param>
    public LayerModule(
        Network network,
        double? weightDeviation,
        Generator random,
        Precision precision = Precision.Float32
    )
        : base(network.Name)
    {
        Network = network;
        _inBFloat16 =
        [
            .. network.Steps.Select(step => precision == Precision.BFloat16 && BFloat16.Gains(step.Layer, step.Input)),
        ];
        foreach (var (index, (layer, input)) in network.Steps.Index())
        {
            _modules.Add(layer is Residual residual ? Branch(residual, index, input) : Fresh(layer, input));
        }

        RegisterComponents();

        nn.Module<Tensor, Tensor> Fresh(Layer layer, Shape input)
        {
            var module = ModuleFor(layer, input);
            Initialize(module, weightDeviation, random);
            return module;
        }

        ResidualModule Branch(Residual residual, int index, Shape input)
        {
            var (body, shortcut) = residual.Ways($"{network.Name}_{index}", input);
            return new(Build(body), Build(shortcut));
        }

        LayerModule Build(Network way) => new(way, weightDeviation, random, precision);
    }

    /// <summary>The layers that the modules were built from.</summary>
    public Network Network { get; }

    /// <summary>Each layer with its module, for interpreters that need the weights.</summary>
    internal IEnumerable<(Layer Layer, nn.Module<Tensor, Tensor> Module)> LayersWithModules =>
        Network.Layers.Zip(_modules);

    /// <summary>
    /// Applies every layer. Without gradients, as where statistics, samples and references are made, all of it is float32.
    /// </summary>
    /// <param name="input">[N, input shape].</param>
    /// <returns>[N, output shape].</returns>
    public override Tensor forward(Tensor input) => Float(Apply(input));

    /// <summary>The same in the numbers of the last layer, for what goes on with them.</summary>
    internal Tensor Apply(Tensor input) => Activations(input).Last();

    /// <summary>The output, [N, output shape], and what leaves some of the layers, in float32.</summary>
    /// <param name="layers">Their numbers, ascending.</param>
    /// <param name="input">[N, input shape].</param>
    internal (Tensor Output, IReadOnlyList<Tensor> Between) ForwardWith(IReadOnlyList<int> layers, Tensor input)
    {
        Tensor[] activations = [.. Activations(input)];
        return (Float(activations[^1]), [.. layers.Select(layer => Float(activations[layer + 1]))]);
    }

    /// <summary>The input, and what leaves each layer.</summary>
    private IEnumerable<Tensor> Activations(Tensor input)
    {
        var activation = input;
        yield return activation;
        foreach (var (index, (layer, module)) in LayersWithModules.Index())
        {
            activation =
                _inBFloat16[index] && is_grad_enabled()
                    ? BFloat16.Forward(layer, module, activation)
                    : CpuConvolution.Forward(layer, module, BFloat16.IsTakenBy(layer) ? activation : Float(activation));
            yield return activation;
        }
    }

    private static Tensor Float(Tensor values) => values.to(ScalarType.Float32); // itself where it is

    private static nn.Module<Tensor, Tensor> ModuleFor(Layer layer, Shape input) =>
        layer switch
        {
            Dense dense => nn.Linear(input.Channels, dense.Outputs, dense.Bias),
            Conv c => nn.Conv2d(input.Channels, c.Channels, c.Kernel, c.Stride, c.Padding, bias: c.Bias),
            TransposedConv c => nn.ConvTranspose2d(
                input.Channels,
                c.Channels,
                c.Kernel,
                c.Stride,
                c.Padding,
                bias: c.Bias
            ),
            BatchNorm norm when input.IsVector => nn.BatchNorm1d(input.Channels, norm.Epsilon, norm.Momentum),
            BatchNorm norm => nn.BatchNorm2d(input.Channels, norm.Epsilon, norm.Momentum),
            ReLU => nn.ReLU(),
            LeakyReLU leaky => nn.LeakyReLU(leaky.Slope),
            Sigmoid => nn.Sigmoid(),
            Tanh => nn.Tanh(),
            Layers.Reshape reshape => nn.Unflatten(1, [reshape.Channels, reshape.Height, reshape.Width]),
            Layers.Flatten => nn.Flatten(),
            MaxPool pool => nn.MaxPool2d(pool.Kernel, pool.Stride, pool.Padding),
            GlobalAveragePool => nn.AdaptiveAvgPool2d(1),
            _ => throw new ArgumentException($"TorchSharp has no module for {layer}.", nameof(layer)),
        };

    private static void Initialize(nn.Module<Tensor, Tensor> module, double? deviation, Generator random)
    {
        using var _ = no_grad();
        foreach (var (name, parameter) in module.named_parameters())
        {
            if (module is TorchModules.BatchNorm1d or TorchModules.BatchNorm2d)
            {
                parameter.fill_(name == "weight" ? 1 : 0);
            }
            else if (deviation is null)
            {
                var bound = 1 / Math.Sqrt(FanIn(module));
                parameter.uniform_(-bound, bound, random);
            }
            else if (name == "weight")
            {
                parameter.normal_(0, deviation.Value, random);
            }
            else
            {
                parameter.zero_();
            }
        }
    }

    /// <summary>Inputs of one unit: the weight's size without its first dimension, as TorchSharp counts it for every layer.</summary>
    private static long FanIn(nn.Module module)
    {
        var weight = module.named_parameters().First(p => p.name == "weight").parameter;
        return weight.numel() / weight.shape[0];
    }
}
