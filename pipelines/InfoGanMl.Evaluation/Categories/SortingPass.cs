using System.Numerics.Tensors;
using InfoGanMl.Datasets;
using InfoGanMl.Datasets.Activities;
using InfoGanMl.Datasets.Images;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Inference;
using InfoGanMl.Models.Latents;

namespace InfoGanMl.Evaluation.Categories;

/// <summary>One pass of Q over test images, a batch at a time: what is kept does not grow with their number.</summary>
internal sealed class SortingPass
{
    private readonly ImageRecognizer _recognizer;
    private readonly ImageDataset _data;
    private readonly ImageSet _images;
    private readonly Random _motion;
    private readonly int _seed;
    private readonly CodeTally[] _codes;
    private readonly Exemplars _exemplars;
    private readonly ConfidenceTable? _confidences; // null for images without labels
    private double _confidence;
    private int _sure;
    private int _consistent;

    /// <param name="recognizer">Q.</param>
    /// <param name="codes">Its categorical codes, at least one: exemplars and confidences are those of the first.</param>
    /// <param name="data">At least one test image.</param>
    /// <param name="seed">Of how images are moved for <see cref="CategoryUsage.Consistency"/>, and of the bootstrap.</param>
    public SortingPass(ImageRecognizer recognizer, IReadOnlyList<CategoricalCode> codes, ImageDataset data, int seed)
    {
        _recognizer = recognizer;
        (_data, _images) = (data, data.Test);
        (_seed, _motion) = (seed, new(seed));
        var classes = _images.IsLabeled ? _images.Labels.Max() + 1 : 0;
        _codes = [.. codes.Select(code => new CodeTally(code, classes))];
        _exemplars = new(codes[0].Size, classes);
        _confidences = classes > 0 ? new(codes[0].Size, classes) : null;
    }

    /// <summary>Sorts all images.</summary>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    public SortedImages Run(IProgress<ActivityReport>? progress, CancellationToken cancellation)
    {
        var start = 0;
        foreach (var batch in _images.ToBatches())
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(ActivityReport.Of($"Recognizing {_images.Count} test images.", start, _images.Count));
            start += Sort(start, batch);
        }

        var clustering = _confidences is null ? null : new Clustering(_confidences, _seed);
        return new(clustering, _exemplars, _codes)
        {
            Consistency = (double)_consistent / _images.Count,
            SureShare = (double)_sure / _images.Count,
            MeanConfidence = _confidence / _images.Count,
            Scores = new(new() { Sizes = _codes[0].Sizes }, clustering?.Describe(_data)),
        };
    }

    /// <returns>The number of images.</returns>
    private int Sort(int start, float[] images)
    {
        var found = _recognizer.Recognize(images);
        var moved = _recognizer.Recognize(SmallMotion.Move(images, _images.Format, _motion));
        _consistent += found
            .MostLikelyCategories()
            .Zip(moved.MostLikelyCategories())
            .Count(pair => pair.First == pair.Second);
        foreach (var (code, tally) in _codes.Index())
        {
            var answers = found.Probabilities[code];
            var size = answers.Length / found.Count;
            foreach (var (row, category) in found.MostLikelyCategories(code).Index())
            {
                var answer = answers.AsSpan(row * size, size);
                tally.Add(category, _images.LabelOf(start + row), answer);
                if (code == 0)
                {
                    Add(start + row, category, answer);
                }
            }
        }

        return found.Count;
    }

    private void Add(int image, int category, ReadOnlySpan<float> answer)
    {
        // Not 1 − p: near 1 a float is too coarse to tell sure images apart.
        var doubt = (double)TensorPrimitives.Sum(answer[..category]) + TensorPrimitives.Sum(answer[(category + 1)..]);
        _confidence += 1 - doubt;
        _sure += 1 - doubt >= CategoryUsage.Sure ? 1 : 0;
        if (_images.LabelOf(image) is not ImageSet.Unknown and var label)
        {
            _confidences?.Add(category, label, doubt);
        }

        _exemplars.Add(category, _images.LabelOf(image), doubt, () => ToPicture(image, doubt));
    }

    private SortedPicture ToPicture(int image, double doubt)
    {
        var size = _images.Format.Size;
        return new(
            _images.Pixels[(image * size)..((image + 1) * size)],
            _images.LabelOf(image) is not ImageSet.Unknown and var label ? _data.NameOf(label) : null,
            doubt,
            _data.Pictures?.TestPictures[image]
        );
    }
}
