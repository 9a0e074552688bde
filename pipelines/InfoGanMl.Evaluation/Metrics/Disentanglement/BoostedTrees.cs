using System.Numerics.Tensors;

namespace InfoGanMl.Evaluation.Metrics.Disentanglement;

/// <summary>
/// Gradient boosting for classification (Friedman 2001, algorithm 6, "L_K TreeBoost"), with the settings that
/// disentanglement_lib takes for DCI, which are the defaults of scikit-learn: 100 rounds of a tree of three levels for each
/// class, at a rate of 0.1.
/// </summary>
/// <remarks>
/// Not FastTree of ML.NET: it learns each class against all others for itself, and its importances are of another kind, so that
/// the scores would not be those that others publish.
/// </remarks>
internal sealed class BoostedTrees
{
    private const int Rounds = 100;
    private const double Rate = 0.1;

    private readonly int[] _classes;
    private readonly double[] _priors; // logarithms
    private readonly List<(RegressionTree Tree, double[] Leaves, int Class)> _trees = [];
    private readonly double[] _importances;

    /// <summary>Learns to tell classes from codes.</summary>
    /// <param name="codes">Of each code its [N] values.</param>
    /// <param name="classes">[N] class of each image.</param>
    /// <param name="random">Decides between codes that serve equally well.</param>
    public BoostedTrees(IReadOnlyList<double[]> codes, int[] classes, Random random)
    {
        _importances = new double[codes.Count];
        _classes = [.. classes.Distinct().Order()];
        _priors = [.. _classes.Select(c => Math.Log((double)classes.Count(value => value == c) / classes.Length))];
        var order = codes.Select((values, index) => (index, new SortedCode(values))).ToArray();
        var indices = Array.ConvertAll(classes, value => Array.BinarySearch(_classes, value));
        var scores = Array.ConvertAll(_priors, prior => Enumerable.Repeat(prior, classes.Length).ToArray());
        var leafOf = new byte[classes.Length];
        for (var round = 0; round < Rounds; round++)
        {
            var residuals = Residuals(scores, indices);
            for (var c = 0; c < _classes.Length; c++)
            {
                random.Shuffle(order);
                var tree = new RegressionTree(order, residuals[c], leafOf);
                var leaves = Leaves(residuals[c], leafOf);
                Add(tree, leaves, c);
                for (var image = 0; image < leafOf.Length; image++)
                {
                    scores[c][image] += leaves[leafOf[image]];
                }
            }
        }
    }

    /// <summary>
    /// Of each code the share of what all splits took from the sums of squares (Breiman et al. 1984): they add up to 1, or are
    /// all 0 where there is nothing to tell.
    /// </summary>
    public IReadOnlyList<double> Importances =>
        _importances.Sum() is var sum and > 0 ? [.. _importances.Select(gain => gain / sum)] : _importances;

    /// <summary>The most likely class of each image, the first one where several are equally likely.</summary>
    /// <param name="codes">Of each code its [N] values.</param>
    public int[] Classify(IReadOnlyList<double[]> codes)
    {
        var classified = new int[codes[0].Length];
        for (var image = 0; image < classified.Length; image++)
        {
            var scores = (double[])_priors.Clone();
            foreach (var (tree, leaves, c) in _trees)
            {
                scores[c] += leaves[tree.FindLeaf(codes, image)];
            }

            classified[image] = _classes[TensorPrimitives.IndexOfMax<double>(scores)];
        }

        return classified;
    }

    /// <summary>What the probabilities of each class, the softmax of the scores, leave of the truth.</summary>
    private static double[][] Residuals(double[][] scores, int[] classes)
    {
        var residuals = Array.ConvertAll(scores, values => new double[values.Length]);
        var ofImage = new double[scores.Length];
        for (var image = 0; image < classes.Length; image++)
        {
            for (var c = 0; c < scores.Length; c++)
            {
                ofImage[c] = scores[c][image];
            }

            TensorPrimitives.SoftMax<double>(ofImage, ofImage);
            for (var c = 0; c < scores.Length; c++)
            {
                residuals[c][image] = (classes[image] == c ? 1 : 0) - ofImage[c];
            }
        }

        return residuals;
    }

    private void Add(RegressionTree tree, double[] leaves, int @class)
    {
        _trees.Add((tree, leaves, @class));
        foreach (var (code, gain) in tree.Gains)
        {
            _importances[code] += gain;
        }
    }

    /// <summary>One Newton step for each leaf: (K − 1)/K · Σr / Σ|r|(1 − |r|) (Friedman 2001, eq. 32), times the rate.</summary>
    private double[] Leaves(double[] residuals, byte[] leafOf)
    {
        var (sums, curvatures) = (new double[RegressionTree.Nodes], new double[RegressionTree.Nodes]);
        for (var image = 0; image < residuals.Length; image++)
        {
            var size = Math.Abs(residuals[image]);
            sums[leafOf[image]] += residuals[image];
            curvatures[leafOf[image]] += size * (1 - size);
        }

        var step = Rate * (_classes.Length - 1) / _classes.Length;
        return [.. sums.Zip(curvatures, (sum, curvature) => curvature < 1e-150 ? 0 : step * sum / curvature)];
    }
}
