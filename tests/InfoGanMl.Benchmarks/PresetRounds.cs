using InfoGanMl.Datasets;
using InfoGanMl.Recipes;
using InfoGanMl.Recipes.Ingredients;
using InfoGanMl.Training.Devices;
using static TorchSharp.torch;

namespace InfoGanMl.Benchmarks;

/// <summary>What was measured of a preset, round by round.</summary>
internal sealed class PresetRounds : IDisposable
{
    private readonly TrainingOptions _options;
    private readonly PresetSetup _setup;
    private readonly PresetStep _step;
    private readonly PresetSetup? _bfloat16Setup;
    private readonly PresetStep? _bfloat16Step;
    private readonly StepParts _parts;
    private readonly StepSavings _savings;
    private readonly PyTorchPeer? _peer;
    private readonly int _steps;
    private readonly List<double> _speeds = [];
    private readonly List<double> _bfloat16Speeds = [];
    private readonly List<double> _peerSpeeds = [];
    private readonly List<double> _snapshots = [];
    private readonly List<IReadOnlyList<StepPart>> _partRounds = [];
    private readonly List<IReadOnlyList<StepPart>> _savingRounds = [];

    /// <summary>Builds everything, and makes a few steps to see how many fit a measurement.</summary>
    public PresetRounds(TrainingOptions options, ImageDataset data, Device device, double secondsPerSpeed)
    {
        _options = options;
        _setup = new(options, data, device);
        _step = new(_setup);
        if (
            TrainingPrecision.Resolve(options with { Precision = Precision.Auto }, device) is
            { Precision: Precision.BFloat16 } o
        )
        {
            _bfloat16Setup = new(o, data, device);
            _bfloat16Step = new(_bfloat16Setup);
        }

        _parts = new(_setup);
        _savings = new(_setup);
        _peer = PyTorchPeer.TryStart(options, data, get_num_threads());
        _step.MeasureSpeed(3);
        _steps = Math.Max(3, (int)(secondsPerSpeed * _step.MeasureSpeed(3) / options.BatchSize));
        _bfloat16Step?.MeasureSpeed(3);
        _peer?.MeasureSpeed(3);
        _parts.Measure(1);
        _savings.Measure(1);
    }

    /// <summary>Measures our step in every precision, PyTorch's, the parts, what a plain loop would do more, and a snapshot.</summary>
    public void MeasureRound()
    {
        _speeds.Add(_step.MeasureSpeed(_steps));
        if (_bfloat16Step is not null)
        {
            _bfloat16Speeds.Add(_bfloat16Step.MeasureSpeed(_steps));
        }

        if (_peer is not null)
        {
            _peerSpeeds.Add(_peer.MeasureSpeed(_steps));
        }

        _partRounds.Add(_parts.Measure(_steps));
        _savingRounds.Add(_savings.Measure(_steps));
        _snapshots.Add(_step.MeasureSnapshot());
    }

    /// <summary>Sums up all rounds, and watches the memory over many more steps.</summary>
    /// <param name="peaks">Operations per second in matrix products in the same rounds.</param>
    /// <param name="memorySteps">How many steps.</param>
    public PresetResult Summarize(IReadOnlyList<double> peaks, int memorySteps)
    {
        var flop = StepCost.FlopPerImage(_options);
        return new(
            _options.Preset,
            _options.BatchSize,
            Measured.Of(_speeds),
            _peer is null ? null : Measured.Of(_peerSpeeds),
            TimesPyTorch(_speeds),
            flop,
            Measured.Of(_speeds.Zip(peaks, (speed, peak) => speed * flop / peak)),
            WithRest(Shares(_partRounds)),
            Medians(Shares(_savingRounds)),
            _bfloat16Step is null
                ? null
                : new(
                    Measured.Of(_bfloat16Speeds),
                    Measured.Of(_bfloat16Speeds.Zip(_speeds, (half, full) => half / full)),
                    TimesPyTorch(_bfloat16Speeds)
                ),
            Measured.Of(_snapshots),
            _step.MeasureMemory(memorySteps)
        );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _peer?.Dispose();
        _savings.Dispose();
        _parts.Dispose();
        _step.Dispose();
        _setup.Dispose();
        _bfloat16Step?.Dispose();
        _bfloat16Setup?.Dispose();
    }

    private Measured? TimesPyTorch(IEnumerable<double> speeds) =>
        _peer is null ? null : Measured.Of(speeds.Zip(_peerSpeeds, (ours, theirs) => ours / theirs));

    /// <summary>For each round, the share of each part in the step of the same round.</summary>
    private IEnumerable<Dictionary<string, double>> Shares(IEnumerable<IReadOnlyList<StepPart>> rounds) =>
        rounds.Zip(
            _speeds,
            (parts, speed) => parts.ToDictionary(part => part.Name, part => part.Seconds * speed / _options.BatchSize)
        );

    /// <summary>The same with what is left of the step.</summary>
    private static Dictionary<string, Measured> WithRest(IEnumerable<Dictionary<string, double>> rounds) =>
        Medians(
            rounds.Select(shares => new Dictionary<string, double>(shares) { ["the rest"] = 1 - shares.Values.Sum() })
        );

    private static Dictionary<string, Measured> Medians(IEnumerable<Dictionary<string, double>> rounds)
    {
        var all = rounds.ToList();
        return all[0].Keys.ToDictionary(part => part, part => Measured.Of(all.Select(shares => shares[part])));
    }
}
