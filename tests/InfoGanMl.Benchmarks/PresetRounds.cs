using InfoGanMl.Datasets;
using InfoGanMl.Models;
using static TorchSharp.torch;

namespace InfoGanMl.Benchmarks;

/// <summary>What was measured of a preset, round by round.</summary>
internal sealed class PresetRounds : IDisposable
{
    private readonly TrainingOptions _options;
    private readonly PresetSetup _setup;
    private readonly PresetStep _step;
    private readonly StepParts _parts;
    private readonly PyTorchPeer? _peer;
    private readonly int _steps;
    private readonly List<double> _speeds = [];
    private readonly List<double> _peerSpeeds = [];
    private readonly List<IReadOnlyList<StepPart>> _partRounds = [];

    /// <summary>Builds everything, and makes a few steps to see how many fit a measurement.</summary>
    public PresetRounds(TrainingOptions options, ImageDataset data, Device device, double secondsPerSpeed)
    {
        _options = options;
        _setup = new(options, data, device);
        _step = new(_setup);
        _parts = new(_setup);
        _peer = PyTorchPeer.TryStart(options, data, get_num_threads());
        _step.MeasureSpeed(3);
        _steps = Math.Max(3, (int)(secondsPerSpeed * _step.MeasureSpeed(3) / options.BatchSize));
        _peer?.MeasureSpeed(3);
        _parts.Measure(1);
    }

    /// <summary>Measures our step, PyTorch's, and the parts.</summary>
    public void MeasureRound()
    {
        _speeds.Add(_step.MeasureSpeed(_steps));
        if (_peer is not null)
        {
            _peerSpeeds.Add(_peer.MeasureSpeed(_steps));
        }

        _partRounds.Add(_parts.Measure(_steps));
    }

    /// <summary>Sums up all rounds, and watches the memory over many more steps.</summary>
    /// <param name="peaks">Operations per second in matrix products in the same rounds.</param>
    /// <param name="memorySteps">How many steps.</param>
    public PresetResult Summarise(IReadOnlyList<double> peaks, int memorySteps)
    {
        var flop = StepCost.FlopPerImage(_options);
        var hasPeer = _peerSpeeds.Count > 0;
        return new(
            _options.Preset,
            _options.BatchSize,
            Measured.Of(_speeds),
            hasPeer ? Measured.Of(_peerSpeeds) : null,
            hasPeer ? Measured.Of(_speeds.Zip(_peerSpeeds, (ours, theirs) => ours / theirs)) : null,
            flop,
            Measured.Of(_speeds.Zip(peaks, (speed, peak) => speed * flop / peak)),
            Shares(),
            _step.MeasureMemory(memorySteps)
        );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _peer?.Dispose();
        _parts.Dispose();
        _step.Dispose();
        _setup.Dispose();
    }

    /// <summary>The share of each part in the step of the same round, and what is left.</summary>
    private Dictionary<string, Measured> Shares()
    {
        var rounds = _partRounds.Zip(_speeds, SharesOf).ToList();
        return rounds[0].Keys.ToDictionary(part => part, part => Measured.Of(rounds.Select(round => round[part])));
    }

    private Dictionary<string, double> SharesOf(IReadOnlyList<StepPart> parts, double speed)
    {
        var step = _options.BatchSize / speed;
        var shares = parts.ToDictionary(part => part.Name, part => part.Seconds / step);
        shares["the rest"] = 1 - shares.Values.Sum();
        return shares;
    }
}
