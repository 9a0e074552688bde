using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Models.Latents;

namespace InfoGanMl.Evaluation.Categories;

/// <summary>Counts what Q answers about test images for one categorical code.</summary>
/// <param name="code">The code.</param>
/// <param name="classes">Number of classes; 0 for images without labels.</param>
internal sealed class CodeTally(CategoricalCode code, int classes)
{
    private readonly double[] _answers = new double[code.Size];
    private readonly int[,] _counts = new int[code.Size, classes];
    private readonly int[] _sizes = new int[code.Size];

    /// <summary>Images in each category.</summary>
    public IReadOnlyList<int> Sizes => _sizes;

    /// <summary>Entropy in nats of Q's mean answer.</summary>
    public double MarginalEntropy => CategoryUsage.EntropyOf(_answers, _sizes.Sum());

    /// <summary>Labeled images of each class in each category.</summary>
    public ContingencyTable Table => ContingencyTable.Of(_counts);

    /// <summary>The code.</summary>
    public CategoricalCode Code => code;

    /// <summary>Whether the images have labels.</summary>
    public bool HasClasses => classes > 0;

    /// <summary>Counts one image.</summary>
    /// <param name="category">Its most likely category.</param>
    /// <param name="class">Its class, or <see cref="ImageSet.Unknown"/>.</param>
    /// <param name="answer">The probability of each category.</param>
    public void Add(int category, int @class, ReadOnlySpan<float> answer)
    {
        _sizes[category]++;
        if (@class != ImageSet.Unknown)
        {
            _counts[category, @class]++;
        }

        for (var other = 0; other < answer.Length; other++)
        {
            _answers[other] += answer[other];
        }
    }
}
