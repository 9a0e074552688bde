namespace InfoGanMl.Datasets;

/// <summary>Passes each line on at once, unlike <see cref="Progress{T}"/>, whose lines may come late or out of order.</summary>
/// <param name="report">What to do with a line, on the thread that reports it.</param>
public sealed class ImmediateProgress(Action<string> report) : IProgress<string>
{
    /// <inheritdoc/>
    public void Report(string value) => report(value);
}
