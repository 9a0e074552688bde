namespace InfoGanMl.Evaluation.Traces;

/// <summary>How a number of categories did when the training looked for one, without labels.</summary>
/// <param name="Categories">The number.</param>
/// <param name="InformationShare">Mutual information of images and their copies as a share of ln(categories).</param>
/// <param name="Agreement">How far several starts sorted the images alike: normalized mutual information.</param>
/// <param name="Silhouette">How much nearer images were to their own category than to the next one in Q's features.</param>
public sealed record CategoryTrial(int Categories, double InformationShare, double Agreement, double Silhouette);
