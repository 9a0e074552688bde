using System.Diagnostics;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses.Adversarial;
using InfoGanMl.Training.Losses.Codes;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Steps;
using static TorchSharp.torch;

namespace InfoGanMl.Benchmarks;

/// <summary>
/// What a plain loop would do on top of a step of ours, each made alone: the gain of the parts of the training code that are
/// there for speed.
/// </summary>
internal sealed class StepSavings : IDisposable
{
    private readonly PresetSetup _setup;
    private readonly InfoGan _gan;
    private readonly LatentTensors _latents;
    private readonly CodeLikelihood _likelihood;
    private readonly FusedAdam _fusedAdam;
    private readonly optim.Optimizer _plainAdam;
    private readonly List<Tensor> _imageTensors;
    private readonly Tensor _fake;
    private readonly Tensor _rows;

    public StepSavings(PresetSetup setup)
    {
        (_setup, _gan) = (setup, setup.Gan);
        var options = setup.Options;
        _latents = new(options.Latent.Space, setup.Random);
        _likelihood = new(options.Latent);
        Parameters = [.. _gan.DiscriminatorParameters, .. _gan.GeneratorParameters];
        _fusedAdam = new(Parameters, learningRate: 0);
        _plainAdam = optim.Adam(Parameters, lr: 0);
        using var _ = no_grad();
        _imageTensors = [.. Enumerable.Range(0, options.BatchSize).Select(_ => setup.Images.Next(1).squeeze(0))];
        _rows = _latents.Sample(options.BatchSize);
        _fake = _gan.Generator.forward(_rows);
    }

    private TorchSharp.Modules.Parameter[] Parameters { get; }

    /// <summary>Measures the seconds that each part saves in a step.</summary>
    /// <param name="times">How often each is made.</param>
    public IReadOnlyList<StepPart> Measure(int times) =>
        [
            new("Adam in one native call", Seconds(times, PlainUpdate) - Seconds(times, FusedUpdate)),
            new(
                "no gradients for D and Q in G's update",
                Seconds(times, PassDiscriminator) - Seconds(times, PassFixedDiscriminator)
            ),
            new(
                "activations in the order channels last",
                Seconds(times, PassChannelsFirst) - Seconds(times, PassChannelsLast)
            ),
            new("one generated batch for both updates", Seconds(times, GenerateAnotherBatch)),
            new(
                "images as one tensor of bytes",
                Seconds(times, StackImages) - Seconds(times, () => _setup.Images.Next(_setup.Options.BatchSize))
            ),
        ];

    /// <inheritdoc/>
    public void Dispose()
    {
        _imageTensors.ForEach(image => image.Dispose());
        _fake.Dispose();
        _rows.Dispose();
        _fusedAdam.Dispose();
        _plainAdam.Dispose();
    }

    private static double Seconds(int times, Action make)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            using var scope = NewDisposeScope();
            make();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / times;
    }

    private void FusedUpdate()
    {
        SetGradients();
        _fusedAdam.Update();
    }

    private void PlainUpdate()
    {
        SetGradients();
        _plainAdam.step();
    }

    private void SetGradients()
    {
        foreach (var parameter in Parameters)
        {
            parameter.grad = zeros_like(parameter);
        }
    }

    /// <summary>What G's loss takes from D and Q: the gradient of the generated images, and, here, of all weights.</summary>
    private void PassDiscriminator()
    {
        foreach (var parameter in Parameters)
        {
            parameter.grad = null;
        }

        var trunk = _gan.Trunk.forward(_fake.detach().requires_grad_());
        var loss = AdversarialLoss.OfGenerator(_gan.Discriminator!.forward(trunk));
        (loss - _likelihood.Weighted(_likelihood.Measure(_gan.Recognizer.Recognize(trunk), _rows))).backward();
    }

    private void PassFixedDiscriminator()
    {
        _gan.RequireDiscriminatorGradients(false);
        PassDiscriminator();
        _gan.RequireDiscriminatorGradients(true);
    }

    /// <summary>Every pass of a step through G and the trunk, the layers as libtorch has them.</summary>
    private void PassChannelsFirst() =>
        Pass(network => input => network.LayersWithModules.Aggregate(input, (x, layer) => layer.Module.forward(x)));

    private void PassChannelsLast() => Pass(network => network.forward);

    private void Pass(Func<LayerModule, Func<Tensor, Tensor>> forward)
    {
        var trunkPasses = _setup.Options.RealPairs is null ? 3 : 4; // real, generated for D and for G, copies
        forward(_gan.Generator)(_rows).sum().backward();
        for (var pass = 0; pass < trunkPasses; pass++)
        {
            forward(_gan.Trunk)(_fake).sum().backward();
        }
    }

    private void GenerateAnotherBatch()
    {
        using var _ = no_grad();
        _gan.Generator.forward(_latents.Sample(_setup.Options.BatchSize));
    }

    /// <summary>As a data loader makes a batch: of a tensor for each image.</summary>
    private void StackImages() => stack(_imageTensors);
}
