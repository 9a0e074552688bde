using System.Numerics.Tensors;
using InfoGanMl.Datasets;
using InfoGanMl.Inference;

namespace InfoGanMl.Evaluation.Sorting;

/// <summary>One pass of Q over test images, a batch at a time: what is kept does not grow with their number.</summary>
internal sealed class SortingPass
{
    private readonly ImageRecognizer _recognizer;
    private readonly ImageDataset _data;
    private readonly ImageSet _images;
    private readonly Random _motion;
    private readonly int[] _sizes;
    private readonly double[] _answers;
    private double _confidence;
    private int _sure;
    private int _consistent;

    /// <param name="recognizer">Q.</param>
    /// <param name="data">At least one test image.</param>
    /// <param name="categories">Of the first categorical code.</param>
    /// <param name="seed">Of how images are moved for <see cref="CategoryScores.Consistency"/>.</param>
    public SortingPass(ImageRecognizer recognizer, ImageDataset data, int categories, int seed)
    {
        _recognizer = recognizer;
        (_data, _images) = (data, data.Test);
        _motion = new(seed);
        _sizes = new int[categories];
        _answers = new double[categories];
        var classes = _images.IsLabelled ? _images.Labels.Max() + 1 : 1;
        Exemplars = new(categories, classes);
        Confidences = _images.IsLabelled ? new(categories, classes) : null;
    }

    /// <summary>The images worth looking at.</summary>
    public Exemplars Exemplars { get; }

    /// <summary>How sure Q is of which class in which category; null for images without labels.</summary>
    public ConfidenceTable? Confidences { get; }

    /// <summary>Sorts all images.</summary>
    public CategoryScores Run(CancellationToken cancellation)
    {
        var start = 0;
        foreach (var batch in _images.ToBatches())
        {
            cancellation.ThrowIfCancellationRequested();
            start += Sort(start, batch);
        }

        return new()
        {
            Sizes = _sizes,
            MarginalEntropy = -_answers
                .Select(sum => sum / _images.Count)
                .Where(share => share > 0)
                .Sum(share => share * Math.Log(share)),
            Consistency = (double)_consistent / _images.Count,
            SureShare = (double)_sure / _images.Count,
            MeanConfidence = _confidence / _images.Count,
        };
    }

    /// <returns>The number of images.</returns>
    private int Sort(int start, float[] images)
    {
        var found = _recognizer.Recognize(images);
        var moved = _recognizer.Recognize(SmallMotion.Move(images, _images.Format, _motion));
        var categories = found.MostLikelyCategories();
        _consistent += categories.Zip(moved.MostLikelyCategories()).Count(pair => pair.First == pair.Second);
        for (var row = 0; row < found.Count; row++)
        {
            Add(start + row, categories[row], found.Probabilities[0].AsSpan(row * _sizes.Length, _sizes.Length));
        }

        return found.Count;
    }

    private void Add(int image, int category, ReadOnlySpan<float> answer)
    {
        // Not 1 − p: near 1 a float is too coarse to tell sure images apart.
        var doubt = (double)TensorPrimitives.Sum(answer[..category]) + TensorPrimitives.Sum(answer[(category + 1)..]);
        _sizes[category]++;
        _confidence += 1 - doubt;
        _sure += 1 - doubt >= CategoryScores.Sure ? 1 : 0;
        for (var other = 0; other < answer.Length; other++)
        {
            _answers[other] += answer[other];
        }

        var label = _images.IsLabelled ? _images.Labels[image] : 0;
        Confidences?.Add(category, label, doubt);
        Exemplars.Add(category, label, doubt, () => ToPicture(image, doubt));
    }

    private SortedPicture ToPicture(int image, double doubt)
    {
        var size = _images.Format.Size;
        return new(
            _images.Pixels[(image * size)..((image + 1) * size)],
            _images.IsLabelled ? _data.NameOf(_images.Labels[image]) : null,
            doubt
        );
    }
}
