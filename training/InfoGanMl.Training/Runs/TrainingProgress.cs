using InfoGanMl.Recipes;
using InfoGanMl.Training.Snapshots;
using InfoGanMl.Training.Steps;

namespace InfoGanMl.Training.Runs;

/// <summary>Counts the steps and images of a run against its plan and its clock, and says how it goes when it is time to.</summary>
internal sealed class TrainingProgress(TrainingOptions options, TimeProvider clock)
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

    /// <summary>Counts a step's updates, of a batch each.</summary>
    public void Advance(StageStep step)
    {
        var next = Step + step.Updates;
        _isReportDue = Step / options.ReportEvery < next / options.ReportEvery || next == _steps;
        _step = next;
        _imagesSeen += (long)step.Updates * step.BatchSize;
    }

    /// <summary>Remembers how a step went that was counted.</summary>
    /// <returns>
    /// If it is time to report: the head start's mutual information, or the mean of the measures since the last report. Else null.
    /// </returns>
    public TrainingReport? Record(StageStep step)
    {
        _headStartInformation = step.HeadStartInformation ?? _headStartInformation;
        if (step.Measures is { } measures)
        {
            _sinceLastReport.Add(measures);
        }

        if (!_isReportDue)
        {
            return null;
        }

        var mean = _sinceLastReport.Count > 0 ? StepMeasures.Average(_sinceLastReport) : null;
        _sinceLastReport.Clear();
        return new(Step, _steps, ImagesSeen, Seconds, ImagesPerSecond, step.HeadStartInformation, mean);
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
}
