using InfoGanMl.Inference;

namespace InfoGanMl.Evaluation.KnownFactors;

/// <summary>Q's answer as a number for each code, as scores of disentanglement take it.</summary>
public static class RecognizerCodes
{
    /// <summary>
    /// The most likely category of each categorical code, then the mean of each continuous one.
    /// </summary>
    /// <remarks>
    /// Published scores of InfoGAN take the means of continuous codes (Lin et al. 2020). A categorical code stays one code, too:
    /// its probabilities one by one would tell the same twice, which MIG and SAP hold against it. The order of its categories
    /// means nothing: MIG, modularity and trees do not look at it, but straight lines and variances do.
    /// </remarks>
    /// <param name="recognizer">Q.</param>
    /// <param name="images">[N, C, H, W] in [0, 1].</param>
    /// <returns>Of each code its [N] values.</returns>
    public static IReadOnlyList<double[]> Read(ImageRecognizer recognizer, float[] images)
    {
        var recognition = recognizer.Recognize(images);
        return
        [
            .. recognition.Probabilities.Select(
                (_, code) => Array.ConvertAll(recognition.MostLikelyCategories(code), category => (double)category)
            ),
            .. recognition.Means.Select(means => Array.ConvertAll(means, mean => (double)mean)),
        ];
    }
}
