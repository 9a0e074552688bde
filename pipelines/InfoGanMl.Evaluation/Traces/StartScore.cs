namespace InfoGanMl.Evaluation.Traces;

/// <summary>How good a start of a training's head start was when it was ranked.</summary>
/// <param name="Steps">Updates that it had had.</param>
/// <param name="Information">Mutual information of real pairs in nats, which is what it was ranked by.</param>
/// <param name="AccuracyOneToOne">Share of test images whose category is the one matched to their class; the training did not know it.</param>
public sealed record StartScore(int Steps, double Information, double AccuracyOneToOne);
