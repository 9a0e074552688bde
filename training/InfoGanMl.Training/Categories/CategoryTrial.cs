using System.Text.Json.Serialization;

namespace InfoGanMl.Training.Categories;

/// <summary>How a number of categories did in a short head start; nothing of it takes labels.</summary>
/// <param name="Categories">The number.</param>
/// <param name="InformationShare">
/// Mutual information of images and their copies as a share of ln(categories), the most there can be; mean over the starts.
/// </param>
/// <param name="Agreement">
/// How far the starts sort the images alike: normalized mutual information, mean over all pairs of starts (Lange et al. 2004, "Stability-
/// based validation of clustering solutions").
/// </param>
/// <param name="Silhouette">
/// How much nearer Q's features of an image are to those of its own category than to those of the next one (Rousseeuw 1987);
/// mean over the starts.
/// </param>
public sealed record CategoryTrial(int Categories, double InformationShare, double Agreement, double Silhouette)
{
    /// <summary>
    /// The product of the three, each brought to 0 to 1: a silhouette, which falls with every further category, is between -1 and 1.
    /// </summary>
    [JsonIgnore]
    public double Score => Math.Max(0, InformationShare) * Math.Max(0, Agreement) * (1 + Silhouette) / 2;
}
