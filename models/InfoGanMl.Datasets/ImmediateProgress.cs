namespace InfoGanMl.Datasets;

/// <summary>Passes each report on at once, unlike <see cref="Progress{T}"/>, whose reports may come late or out of order.</summary>
/// <param name="report">What to do with a report, on the thread that makes it.</param>
public sealed class ImmediateProgress<T>(Action<T> report) : IProgress<T>
{
    /// <inheritdoc/>
    public void Report(T value) => report(value);
}
