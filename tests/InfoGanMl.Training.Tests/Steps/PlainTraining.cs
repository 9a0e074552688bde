using InfoGanMl.Recipes;
using InfoGanMl.Testing;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Networks;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Layers = InfoGanMl.Recipes.Networks;

namespace InfoGanMl.Training.Tests.Steps;

/// <summary>
/// The training of <see cref="Options"/> as a textbook has it, written without the project's networks, losses and optimizer:
/// what a faster loop must still compute. It has no pairs.
/// </summary>
internal sealed class PlainTraining
{
    /// <summary>A <see cref="TinyRun"/> with as many channels as libtorch's convolutions need (<see cref="CpuConvolution"/>).</summary>
    public static readonly TrainingOptions Options = TinyRun.Options with
    {
        RealPairs = null,
        Architecture = TinyRun.Options.Architecture with
        {
            Generator =
            [
                new Layers.Dense(16 * 4 * 4, Bias: false),
                new Layers.BatchNorm(),
                new Layers.ReLU(),
                new Layers.Reshape(16, 4, 4),
                new Layers.TransposedConv(1),
                new Layers.Sigmoid(),
            ],
            Trunk =
            [
                new Layers.Conv(16),
                new Layers.LeakyReLU(),
                new Layers.Flatten(),
                new Layers.Dense(16, Bias: false),
                new Layers.BatchNorm(),
                new Layers.LeakyReLU(),
            ],
        },
    };

    private readonly TrainingOptions _options;
    private readonly Sequential _generator = nn.Sequential(
        nn.Linear(11, 256, hasBias: false),
        nn.BatchNorm1d(256),
        nn.ReLU(),
        nn.Unflatten(1, [16, 4, 4]),
        nn.ConvTranspose2d(16, 1, 4, 2, 1),
        nn.Sigmoid()
    );
    private readonly Sequential _trunk = nn.Sequential(
        nn.Conv2d(1, 16, 4, 2, 1),
        nn.LeakyReLU(0.1),
        nn.Flatten(),
        nn.Linear(256, 16, hasBias: false),
        nn.BatchNorm1d(16),
        nn.LeakyReLU(0.1)
    );
    private readonly Sequential _discriminator = nn.Sequential(nn.Linear(16, 1));
    private readonly Sequential _recognizer = nn.Sequential(
        nn.Linear(16, 8, hasBias: false),
        nn.BatchNorm1d(8),
        nn.LeakyReLU(0.1),
        nn.Linear(8, 5)
    );
    private readonly optim.Optimizer _discriminatorOptimizer;
    private readonly optim.Optimizer _generatorOptimizer;
    private readonly RealImages _images;
    private readonly LatentTensors _latents;

    /// <summary>Starts from the weights of other networks and sees the same images and latents as their loop.</summary>
    public PlainTraining(TrainingOptions options, InfoGan start)
    {
        _options = options;
        _images = TinyParts.Images(options);
        _latents = new(options.Latent.Space, new RandomSource((ulong)options.Seed, CPU));
        using (no_grad())
        {
            foreach (var (plain, copied) in Parameters.Zip(ParametersOf(start)))
            {
                plain.copy_(copied);
            }
        }

        var learners = new[] { _trunk, _discriminator, _recognizer }.SelectMany(module => module.parameters());
        _discriminatorOptimizer = Adam(learners, options.DiscriminatorLearningRate);
        _generatorOptimizer = Adam(_generator.parameters(), options.GeneratorLearningRate);

        optim.Optimizer Adam(IEnumerable<Parameter> parameters, double learningRate) =>
            optim.Adam(parameters, learningRate, options.Beta1, options.Beta2);
    }

    /// <summary>Every parameter: G, trunk, D, Q.</summary>
    public IReadOnlyList<Parameter> Parameters =>
        [.. new[] { _generator, _trunk, _discriminator, _recognizer }.SelectMany(module => module.parameters())];

    /// <summary>The same parameters of the project's networks.</summary>
    public static IReadOnlyList<Parameter> ParametersOf(InfoGan gan) =>
        [.. gan.GeneratorParameters, .. gan.DiscriminatorParameters];

    /// <summary>One update of D and Q, then one of G; their losses without λ·L_I.</summary>
    public (float Discriminator, float Generator) Step()
    {
        var real = _images.Next(_options.BatchSize);
        var latents = _latents.Sample(_options.BatchSize);
        var (ones, zeros) = (torch.ones(_options.BatchSize, 1), torch.zeros(_options.BatchSize, 1));
        var fake = _generator.forward(latents);

        _discriminatorOptimizer.zero_grad();
        var (realTrunk, fakeTrunk) = (_trunk.forward(real), _trunk.forward(fake.detach()));
        var discriminatorLoss =
            Loss(_discriminator.forward(realTrunk), ones) + Loss(_discriminator.forward(fakeTrunk), zeros);
        (discriminatorLoss - Information(_recognizer.forward(fakeTrunk), latents)).backward();
        _discriminatorOptimizer.step();

        _generatorOptimizer.zero_grad();
        var trunk = _trunk.forward(fake);
        var generatorLoss = Loss(_discriminator.forward(trunk), ones);
        (generatorLoss - Information(_recognizer.forward(trunk), latents)).backward();
        _generatorOptimizer.step();
        return (discriminatorLoss.item<float>(), generatorLoss.item<float>());

        static Tensor Loss(Tensor logits, Tensor targets) =>
            nn.functional.binary_cross_entropy_with_logits(logits, targets);
    }

    /// <summary>λ·log q of the category, of the slant and of the style, whose columns follow z and each other.</summary>
    private static Tensor Information(Tensor codes, Tensor latents)
    {
        var categories = latents.narrow(1, 6, 3).argmax(1);
        var error = (latents.narrow(1, 9, 2) - codes.narrow(1, 3, 2)).square().mean([0]);
        var normalization = 0.5 * Math.Log(2 * Math.PI); // a constant, which moves no weight
        return -nn.functional.cross_entropy(codes.narrow(1, 0, 3), categories) - (0.5 * error + normalization).sum();
    }
}
