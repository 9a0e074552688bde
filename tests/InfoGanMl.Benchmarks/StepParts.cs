using System.Diagnostics;
using InfoGanMl.Recipes;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses.Codes;
using InfoGanMl.Training.Losses.Pairs;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Steps;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace InfoGanMl.Benchmarks;

/// <summary>
/// The parts of a step, each made alone, forwards and backwards. What a whole step takes beyond their sum is the price of
/// everything being in memory at once.
/// </summary>
internal sealed class StepParts : IDisposable
{
    private readonly TrainingOptions _options;
    private readonly RealImages _images;
    private readonly InfoGan _gan;
    private readonly LatentTensors _latents;
    private readonly CodeLikelihood _likelihood;
    private readonly RandomAugmentation? _augmentation;
    private readonly PairObjective? _pairObjective;
    private readonly FusedAdam[] _optimizers;
    private readonly List<(Parameter Parameter, Tensor Gradient)> _gradients;
    private readonly Tensor _real;
    private readonly Tensor _rows;
    private readonly Tensor _fake;
    private readonly Tensor _trunk;

    public StepParts(PresetSetup setup)
    {
        (_options, _images, _gan) = (setup.Options, setup.Images, setup.Gan);
        _latents = new(_options.Latent.Space, setup.Random);
        _likelihood = new(_options.Latent);
        if (_options.RealPairs is { } pairs)
        {
            _augmentation = new(pairs.Augmentation, setup.Random);
            _pairObjective = new(_options.Latent, pairs);
        }

        using var _ = no_grad();
        Parameter[] parameters = [.. _gan.DiscriminatorParameters, .. _gan.GeneratorParameters];
        _gradients = [.. parameters.Select(parameter => (parameter, ones_like(parameter)))];
        _optimizers =
        [
            new(_gan.DiscriminatorParameters, learningRate: 0),
            new(_gan.GeneratorParameters, learningRate: 0),
        ];
        _real = _images.Next(_options.BatchSize);
        _rows = _latents.Sample(_options.BatchSize);
        _fake = _gan.Generator.forward(_rows);
        _trunk = _gan.Trunk.forward(_fake);
    }

    /// <summary>Makes every part a number of times and measures the mean seconds of each.</summary>
    public IReadOnlyList<StepPart> Measure(int times) =>
        [
            .. Parts.Select(part =>
            {
                var start = Stopwatch.GetTimestamp();
                for (var i = 0; i < times; i++)
                {
                    using var scope = NewDisposeScope();
                    ClearGradients();
                    part.Make();
                }

                return new StepPart(part.Name, Stopwatch.GetElapsedTime(start).TotalSeconds / times);
            }),
        ];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _gradients.Select(pair => pair.Gradient).Concat([_real, _rows, _fake, _trunk]))
        {
            tensor.Dispose();
        }

        Array.ForEach(_optimizers, optimizer => optimizer.Dispose());
    }

    private IEnumerable<(string Name, Action Make)> Parts
    {
        get
        {
            yield return ("sampling and data", Sample);
            yield return ("G", () => _gan.Generator.forward(_rows).sum().backward());
            yield return ("D on real", () => Judge(_real).backward());
            yield return ("D on fake", JudgeFake);
            yield return ("L_I", RecognizeFake);
            if (_options.RealPairs is not null)
            {
                yield return ("pairs", ComparePairs);
            }

            yield return ("optimizer", Update);
        }
    }

    private void Sample()
    {
        _images.Next(_options.BatchSize);
        _latents.Sample(_options.BatchSize);
    }

    /// <summary>D's loss, which costs the same for real and for generated images.</summary>
    private Tensor Judge(Tensor images) =>
        nn.functional.softplus(_gan.Discriminator!.forward(_gan.Trunk.forward(images))).mean();

    /// <summary>For D's update, then for G's, which takes the gradient of the images.</summary>
    private void JudgeFake()
    {
        Judge(_fake).backward();
        WithFixedDiscriminator(() => Judge(_fake.detach().requires_grad_()).backward());
    }

    /// <summary>The same for Q's head and L_I, from the trunk's activations on.</summary>
    private void RecognizeFake()
    {
        MeasureInformation().backward();
        WithFixedDiscriminator(() => MeasureInformation().backward());
    }

    private Tensor MeasureInformation()
    {
        var codes = _gan.Recognizer.Recognize(_trunk.detach().requires_grad_());
        return _likelihood.Weighted(_likelihood.Measure(codes, _rows));
    }

    private void ComparePairs()
    {
        var copies = _augmentation!.Apply(_real);
        var codes = _gan.Recognizer.Recognize(_trunk.detach().requires_grad_());
        var copyCodes = _gan.Recognizer.Recognize(_gan.Trunk.forward(copies.Images));
        _pairObjective!.Weighted(_pairObjective.Measure(codes, copyCodes, copies)).backward();
    }

    private void Update()
    {
        foreach (var (parameter, gradient) in _gradients)
        {
            parameter.grad = gradient;
        }

        Array.ForEach(_optimizers, optimizer => optimizer.Update());
    }

    /// <summary>As in a step, where the backward pass stores gradients instead of adding to earlier ones.</summary>
    private void ClearGradients() => _gradients.ForEach(pair => pair.Parameter.grad = null);

    private void WithFixedDiscriminator(Action pass)
    {
        _gan.RequireDiscriminatorGradients(false);
        pass();
        _gan.RequireDiscriminatorGradients(true);
    }
}

/// <summary>What a part of a step takes.</summary>
internal sealed record StepPart(string Name, double Seconds);
