using InfoGanMl.Models;

namespace InfoGanMl.Training;

/// <summary>Counts the steps and images of a run against its plan and its clock.</summary>
internal sealed class Pace(TrainingOptions options, TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Updates done, those of the head start included.</summary>
    public int Step { get; private set; }

    /// <summary>Updates to do.</summary>
    public int Steps { get; } = options.Steps + (options.HeadStart?.Steps ?? 0);

    public long ImagesSeen { get; private set; }

    public double Seconds => clock.GetElapsedTime(_start).TotalSeconds;

    public double ImagesPerSecond => ImagesSeen / Seconds;

    public bool IsReportDue => Step % options.ReportEvery == 0 || Step == Steps;

    /// <summary>Not after the last step, which the model itself follows.</summary>
    public bool IsCheckpointDue => Step % options.CheckpointEvery == 0 && Step < Steps;

    public void Advance(int images)
    {
        Step++;
        ImagesSeen += images;
    }

    public TrainingReport ReportHeadStart(IReadOnlyList<double> information) =>
        new(Step, Steps, ImagesSeen, Seconds, ImagesPerSecond, information, null);

    public TrainingReport ReportTraining(StepMeasures measures) =>
        new(Step, Steps, ImagesSeen, Seconds, ImagesPerSecond, null, measures);
}
