using InfoGanMl.Models;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training;

/// <summary>
/// Carries out a <see cref="HeadStart"/>: trunks with candidates for Q's head learn from the same real images, side by side,
/// and the networks of the best candidate go on.
/// </summary>
public sealed class RecognizerHeadStart : IDisposable
{
    private readonly TrainingOptions _options;
    private readonly RealImages _images;
    private readonly torch.Generator _initial;
    private readonly Device _device;
    private readonly List<HeadStartTrunk> _trunks = [];
    private readonly int _threads = get_num_threads();
    private InfoGan? _taken;

    /// <summary>Prepares a head start; nothing is trained yet.</summary>
    /// <param name="options">Options with a head start and real pairs.</param>
    /// <param name="images">The real images.</param>
    /// <param name="initial">Source of all weights, on the CPU.</param>
    /// <param name="device">Where to train.</param>
    public RecognizerHeadStart(TrainingOptions options, RealImages images, torch.Generator initial, Device device)
    {
        _options = options;
        _images = images;
        _initial = initial;
        _device = device;
    }

    /// <summary>Mutual information of the best candidate of all attempts so far, in nats.</summary>
    public double MostInformation => _trunks.Max(trunk => trunk.Information.Max());

    internal IReadOnlyList<HeadStartTrunk> Trunks => _trunks;

    /// <summary>The trunks of the current attempt; earlier ones are only kept.</summary>
    private IEnumerable<HeadStartTrunk> Current => _trunks.TakeLast(_options.HeadStart!.Trunks);

    /// <summary>Makes trunks and candidates with fresh weights.</summary>
    public void BeginAttempt()
    {
        for (var i = 0; i < _options.HeadStart!.Trunks; i++)
        {
            // Drawn, as torch's generators look at the lower 32 bits alone: seeds made by arithmetic easily coincide there.
            using var seed = randint(int.MaxValue, [1], int64, generator: _initial);
            _trunks.Add(new(_options, _initial, (ulong)seed.item<long>(), _device));
        }
    }

    /// <summary>One update of every trunk and candidate of the current attempt.</summary>
    /// <returns>Mutual information of each of these candidates on real pairs in nats, trunk by trunk.</returns>
    public IReadOnlyList<double> Step()
    {
        using var scope = NewDisposeScope();
        var real = _images.Next(_options.HeadStart!.BatchSize);

        // Small networks gain little from a second thread: two trunks on a core each take hardly longer than one on both.
        var threads = Math.Max(1, _threads / _options.HeadStart.Trunks);
        try
        {
            Parallel.ForEach(
                Current,
                trunk =>
                {
                    set_num_threads(threads);
                    trunk.Step(real);
                }
            );
        }
        finally
        {
            set_num_threads(_threads);
        }

        return [.. Current.SelectMany(trunk => trunk.Information)];
    }

    /// <summary>The networks with the candidate of the highest mutual information as Q's head; the caller owns them.</summary>
    public InfoGan TakeBest()
    {
        var best = _trunks.MaxBy(trunk => trunk.Information.Max())!;
        best.KeepBest();
        return _taken = best.Gan;
    }

    /// <summary>Frees everything but the networks that were taken.</summary>
    public void Dispose()
    {
        foreach (var trunk in _trunks)
        {
            trunk.Dispose();
            if (trunk.Gan != _taken)
            {
                trunk.Gan.Dispose();
            }
        }
    }
}
