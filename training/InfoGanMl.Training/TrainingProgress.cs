using InfoGanMl.Recipes;
using InfoGanMl.Training.Snapshots;

namespace InfoGanMl.Training;

/// <summary>Counts the steps and images of a run against its plan and its clock, and reports when it is time to.</summary>
internal sealed class TrainingProgress(TrainingOptions options, TimeProvider clock, Action<TrainingReport> report)
{
    private readonly int _steps = options.TotalSteps;
    private long _start = clock.GetTimestamp();
    private double _secondsBefore; // of the run before it was interrupted
    private List<StepMeasures> _sinceLastReport = [];
    private int _step;
    private long _imagesSeen;
    private double? _headStartInformation;
    private bool _isReportDue;

    /// <summary>Updates done, those of the head start included.</summary>
    public int Step => _step;

    public long ImagesSeen => _imagesSeen;

    /// <summary>Mutual information of the head start's best start; null before it has begun.</summary>
    public double? HeadStartInformation => _headStartInformation;

    public double Seconds => _secondsBefore + clock.GetElapsedTime(_start).TotalSeconds;

    public double ImagesPerSecond => ImagesSeen / Seconds;

    public bool IsDone => Step >= _steps;

    public bool IsInHeadStart => Step < _steps - options.Steps;

    /// <summary>Not after the last step, which the model itself follows.</summary>
    public bool IsCheckpointDue => Step % options.CheckpointEvery == 0 && !IsDone;

    /// <summary>Counts updates that were made at once, of a batch each.</summary>
    public void Advance(int batchSize, int updates = 1)
    {
        _isReportDue = Step / options.ReportEvery < (Step + updates) / options.ReportEvery || Step + updates == _steps;
        _step += updates;
        _imagesSeen += (long)updates * batchSize;
    }

    /// <summary>Reports, if it is time to, the head start's mutual information.</summary>
    public void Report(double information)
    {
        _headStartInformation = information;
        if (_isReportDue)
        {
            report(Describe(information, null));
        }
    }

    /// <summary>Reports, if it is time to, the mean since the last report.</summary>
    public void Report(StepMeasures measures)
    {
        _sinceLastReport.Add(measures);
        if (_isReportDue)
        {
            report(Describe(null, StepMeasures.Average(_sinceLastReport)));
            _sinceLastReport.Clear();
        }
    }

    /// <summary>How far the run is; time that passes while it is interrupted does not count.</summary>
    public void VisitState(IStateVisitor state)
    {
        var seconds = Seconds;
        state.Visit("step", ref _step);
        state.Visit("images_seen", ref _imagesSeen);
        state.Visit("head_start_information", ref _headStartInformation);
        state.Visit("since_last_report", ref _sinceLastReport);
        state.Visit("seconds", ref seconds);
        (_secondsBefore, _start) = (seconds, clock.GetTimestamp());
    }

    private TrainingReport Describe(double? headStartInformation, StepMeasures? measures) =>
        new(Step, _steps, ImagesSeen, Seconds, ImagesPerSecond, headStartInformation, measures);
}
