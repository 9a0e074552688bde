namespace InfoGanMl.Datasets.Activities;

/// <summary>What is being done right now, for whoever shows progress: a terminal, a log, nobody.</summary>
/// <param name="Name">What it is, as a line of its own; reports of the same activity have the same name.</param>
/// <param name="Done">How much of it is done, 0 to 1; null where nobody knows, or for a mere remark.</param>
/// <param name="Detail">How it goes, a short text that changes from report to report.</param>
public sealed record ActivityReport(string Name, double? Done = null, string? Detail = null)
{
    /// <summary>A remark, or something whose end nobody can tell.</summary>
    public static implicit operator ActivityReport(string name) => new(name);

    /// <summary>How much of something countable is done.</summary>
    public static ActivityReport Of(string name, long done, long total, string? detail = null) =>
        new(name, total > 0 ? (double)done / total : 1, detail);
}
