using InfoGanMl.Models;

namespace InfoGanMl.Training;

/// <summary>Counts the steps and images of a run against its plan and its clock, and reports when it is time to.</summary>
internal sealed class Pace(TrainingOptions options, TimeProvider clock, Action<TrainingReport> report)
{
    private readonly long _start = clock.GetTimestamp();
    private readonly List<StepMeasures> _sinceLastReport = [];
    private readonly int _steps = options.Steps + (options.HeadStart?.Updates() ?? 0);
    private bool _isReportDue;

    /// <summary>Updates done, those of the head start included.</summary>
    public int Step { get; private set; }

    public long ImagesSeen { get; private set; }

    /// <summary>Mutual information of the head start's best start; null before it has begun.</summary>
    public double? HeadStartInformation { get; private set; }

    public double Seconds => clock.GetElapsedTime(_start).TotalSeconds;

    public double ImagesPerSecond => ImagesSeen / Seconds;

    public bool IsDone => Step >= _steps;

    /// <summary>Not after the last step, which the model itself follows.</summary>
    public bool IsCheckpointDue => Step % options.CheckpointEvery == 0 && !IsDone;

    /// <summary>Counts updates that were made at once, of a batch each.</summary>
    public void Advance(int batchSize, int updates = 1)
    {
        _isReportDue = Step / options.ReportEvery < (Step + updates) / options.ReportEvery || Step + updates == _steps;
        Step += updates;
        ImagesSeen += (long)updates * batchSize;
    }

    /// <summary>Reports, if it is time to, the head start's mutual information.</summary>
    public void Report(double information)
    {
        HeadStartInformation = information;
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

    private TrainingReport Describe(double? headStartInformation, StepMeasures? measures) =>
        new(Step, _steps, ImagesSeen, Seconds, ImagesPerSecond, headStartInformation, measures);
}
