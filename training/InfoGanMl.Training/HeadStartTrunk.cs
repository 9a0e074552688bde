using InfoGanMl.Models;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses;
using InfoGanMl.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training;

/// <summary>One trunk of a <see cref="HeadStart"/> with its candidates for Q's head.</summary>
internal sealed class HeadStartTrunk : IDisposable
{
    private const double NewestWeight = 0.02; // an average over about the last 50 steps: one batch says little

    private readonly LatentSpace _latent;
    private readonly RandomDistortion _distortion;
    private readonly torch.Generator _random;
    private readonly List<RecognizerHead> _heads;
    private readonly double[] _information;
    private readonly FusedAdam _optimizer;

    /// <summary>Fresh networks with candidates for Q's head: the one they have, and others.</summary>
    /// <param name="options">Options with a head start and real pairs.</param>
    /// <param name="initial">Source of all weights, on the CPU.</param>
    /// <param name="seed">Seed of the distortions.</param>
    /// <param name="device">Where the networks are.</param>
    public HeadStartTrunk(TrainingOptions options, torch.Generator initial, ulong seed, Device device)
    {
        var plan = options.HeadStart!;
        Gan = new(options, initial, device);
        _latent = options.Latent;
        _random = new(seed, device);
        _distortion = new(options.RealPairs!.Distortions with { Strokes = 0 }, _random);
        _heads = [Gan.Recognizer, .. Enumerable.Range(1, plan.Heads - 1).Select(_ => Gan.NewRecognizerHead(initial))];
        _information = new double[plan.Heads];
        _optimizer = new(Gan.Trunk.parameters().Concat(_heads.SelectMany(head => head.Parameters)), plan.LearningRate);
    }

    /// <summary>The networks; only their trunk and Q's head are trained here.</summary>
    public InfoGan Gan { get; }

    /// <summary>The candidates; the first one is the networks' own head.</summary>
    public IReadOnlyList<RecognizerHead> Heads => _heads;

    /// <summary>Mutual information of each candidate on real pairs in nats, averaged over the last steps.</summary>
    public IReadOnlyList<double> Information => _information;

    /// <summary>One update of the trunk and of every candidate.</summary>
    public void Step(Tensor real)
    {
        using var scope = NewDisposeScope();
        Gan.Train(true);
        _heads.ForEach(head => head.Train(true));

        var (trunk, copyTrunk) = (Gan.Trunk.forward(real), Gan.Trunk.forward(_distortion.Apply(real).Images));
        var information = stack(_heads.Select(head => MeasureInformation(head, trunk, copyTrunk)));

        _optimizer.Minimise(-information.sum());
        Average(information.detach().cpu().data<float>().ToArray());
    }

    /// <summary>Gives Q the candidate of the highest mutual information.</summary>
    public void KeepBest() => Gan.Recognizer.CopyFrom(_heads[_information.Index().MaxBy(head => head.Item).Index]);

    /// <summary>Frees everything but <see cref="Gan"/>.</summary>
    public void Dispose()
    {
        _optimizer.Dispose();
        _random.Dispose();
        _heads.Skip(1).ToList().ForEach(head => head.Dispose());
    }

    private Tensor MeasureInformation(RecognizerHead head, Tensor trunk, Tensor copyTrunk) =>
        PairInformation.Measure(
            _latent.CategoricalIn(head.Recognize(trunk)),
            _latent.CategoricalIn(head.Recognize(copyTrunk))
        );

    private void Average(float[] information)
    {
        for (var head = 0; head < information.Length; head++)
        {
            _information[head] += NewestWeight * (information[head] - _information[head]);
        }
    }
}
