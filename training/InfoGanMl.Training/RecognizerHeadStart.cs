using InfoGanMl.Models;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Losses;
using InfoGanMl.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training;

/// <summary>Carries out a <see cref="HeadStart"/>: candidates for Q's head share the trunk, and the best one becomes Q's.</summary>
public sealed class RecognizerHeadStart : IDisposable
{
    private const double NewestWeight = 0.02; // an average over about the last 50 steps: one batch says little

    private readonly HeadStart _plan;
    private readonly InfoGan _gan;
    private readonly RealImages _images;
    private readonly RandomDistortion _distortion;
    private readonly CodeLikelihood _likelihood;
    private readonly List<RecognizerHead> _heads;
    private readonly double[] _information;
    private readonly optim.Optimizer _optimizer;

    /// <summary>Prepares the candidates: the head that Q has, and others with weights of their own.</summary>
    /// <param name="options">Options with a head start and real pairs.</param>
    /// <param name="gan">Its trunk is trained in place; its Q head gets the best candidate's weights in the end.</param>
    /// <param name="images">The real images, on the networks' device.</param>
    /// <param name="initial">Source of the candidates' weights, on the CPU.</param>
    /// <param name="random">Source of distortions, on the networks' device.</param>
    public RecognizerHeadStart(
        TrainingOptions options,
        InfoGan gan,
        RealImages images,
        torch.Generator initial,
        torch.Generator random
    )
    {
        _plan = options.HeadStart!;
        _gan = gan;
        _images = images;
        _distortion = new(options.RealPairs!, random);
        _likelihood = new(options.Latent, options.LearnDeviations);
        _heads = [gan.Recognizer, .. Enumerable.Range(1, _plan.Heads - 1).Select(_ => gan.NewRecognizerHead(initial))];
        _information = new double[_plan.Heads];
        _optimizer = optim.Adam(
            gan.Trunk.parameters().Concat(_heads.SelectMany(head => head.Parameters)),
            _plan.LearningRate
        );
    }

    internal IReadOnlyList<RecognizerHead> Candidates => _heads;

    /// <summary>One update of the trunk and of every candidate.</summary>
    /// <returns>Mutual information of each candidate on real pairs in nats, averaged over the last steps.</returns>
    public IReadOnlyList<double> Step()
    {
        using var scope = NewDisposeScope();
        _gan.Train(true);
        _heads.ForEach(head => head.Train(true));

        var real = _images.Next(_plan.BatchSize);
        var (trunk, copyTrunk) = (_gan.Trunk.forward(real), _gan.Trunk.forward(_distortion.Apply(real)));
        var information = stack(_heads.Select(head => MeasureInformation(head, trunk, copyTrunk)));

        _optimizer.zero_grad();
        (-information.sum()).backward();
        _optimizer.step();
        Average(information.detach().cpu().data<float>().ToArray());
        return _information;
    }

    /// <summary>Gives Q the candidate of the highest mutual information.</summary>
    /// <returns>That mutual information, in nats.</returns>
    public double KeepBest()
    {
        var (best, information) = _information.Index().MaxBy(candidate => candidate.Item);
        _gan.Recognizer.CopyFrom(_heads[best]);
        return information;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimizer.Dispose();
        _heads.Skip(1).ToList().ForEach(head => head.Dispose()); // the first one is the networks' own
    }

    private Tensor MeasureInformation(RecognizerHead head, Tensor trunk, Tensor copyTrunk)
    {
        var logits = _likelihood.CategoricalLogits(head.Recognize(trunk));
        var copyLogits = _likelihood.CategoricalLogits(head.Recognize(copyTrunk));
        return PairInformation.Measure(logits, copyLogits);
    }

    private void Average(float[] information)
    {
        for (var head = 0; head < information.Length; head++)
        {
            _information[head] += NewestWeight * (information[head] - _information[head]);
        }
    }
}
