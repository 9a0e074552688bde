using InfoGanMl.Models;

namespace InfoGanMl.Training;

/// <summary>Counts the steps and images of a run against its plan and its clock, and reports when it is time to.</summary>
internal sealed class Pace(TrainingOptions options, TimeProvider clock, Action<TrainingReport> report)
{
    private readonly long _start = clock.GetTimestamp();
    private readonly List<StepMeasures> _sinceLastReport = [];
    private readonly List<double> _informationSinceLastReport = [];
    private readonly int _steps = options.Steps + (options.HeadStart?.Steps ?? 0);

    /// <summary>Updates done, those of the head start included.</summary>
    public int Step { get; private set; }

    public long ImagesSeen { get; private set; }

    public double Seconds => clock.GetElapsedTime(_start).TotalSeconds;

    public double ImagesPerSecond => ImagesSeen / Seconds;

    public bool IsDone => Step >= _steps;

    /// <summary>Not after the last step, which the model itself follows.</summary>
    public bool IsCheckpointDue => Step % options.CheckpointEvery == 0 && !IsDone;

    private bool IsReportDue => Step % options.ReportEvery == 0 || IsDone;

    public void Advance(int images)
    {
        Step++;
        ImagesSeen += images;
    }

    /// <summary>Reports, if it is time to, the mean of the head start's mutual information since the last report.</summary>
    public void Report(double information)
    {
        _informationSinceLastReport.Add(information);
        if (IsReportDue)
        {
            report(Describe(_informationSinceLastReport.Average(), null));
            _informationSinceLastReport.Clear();
        }
    }

    /// <summary>Reports, if it is time to, the mean since the last report.</summary>
    public void Report(StepMeasures measures)
    {
        _sinceLastReport.Add(measures);
        if (IsReportDue)
        {
            report(Describe(null, StepMeasures.Average(_sinceLastReport)));
            _sinceLastReport.Clear();
        }
    }

    private TrainingReport Describe(double? headStartInformation, StepMeasures? measures) =>
        new(Step, _steps, ImagesSeen, Seconds, ImagesPerSecond, headStartInformation, measures);
}
