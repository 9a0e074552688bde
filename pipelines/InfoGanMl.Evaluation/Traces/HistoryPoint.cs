namespace InfoGanMl.Evaluation.Traces;

/// <summary>How a training went up to a step.</summary>
/// <param name="Step">Updates done.</param>
/// <param name="MutualInformation">L_I of each categorical code, in nats.</param>
/// <param name="ContinuousR2">R² of each continuous code.</param>
public sealed record HistoryPoint(
    int Step,
    IReadOnlyList<double> MutualInformation,
    IReadOnlyList<double> ContinuousR2
);
