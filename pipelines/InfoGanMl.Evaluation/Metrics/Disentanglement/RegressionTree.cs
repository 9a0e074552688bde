namespace InfoGanMl.Evaluation.Metrics.Disentanglement;

/// <summary>The values of one code, and the order that sorts them, found once for all trees.</summary>
internal sealed class SortedCode
{
    public SortedCode(double[] values)
    {
        Values = values;
        Order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort((double[])values.Clone(), Order);
    }

    public double[] Values { get; }

    public int[] Order { get; }
}

/// <summary>
/// A regression tree of three levels (Breiman et al. 1984): each node splits its images in two by one code, where the squares
/// of what the means leave of the targets add up to the least.
/// </summary>
internal sealed class RegressionTree
{
    /// <summary>Nodes in all: those below node n are 2n + 1, for values up to its threshold, and 2n + 2.</summary>
    public const int Nodes = 15;

    private const int Levels = 3;

    private readonly Split[] _splits = new Split[Nodes / 2];

    /// <summary>Grows a tree.</summary>
    /// <param name="codes">What images may be split by; the first of several that serve as well is taken.</param>
    /// <param name="targets">[N] what is to be predicted.</param>
    /// <param name="leafOf">[N] receives the node that each image ends in; not kept, as there are thousands of trees.</param>
    public RegressionTree(IReadOnlyList<(int Index, SortedCode Code)> codes, double[] targets, Span<byte> leafOf)
    {
        leafOf.Clear();
        for (var level = 0; level < Levels; level++)
        {
            var first = (1 << level) - 1;
            var nodes = _splits.AsSpan(first, 1 << level);
            Sum(nodes, first, targets, leafOf);
            foreach (var (index, code) in codes)
            {
                FindSplits(nodes, first, targets, leafOf, (index, code));
            }

            Descend(first, codes, leafOf);
        }
    }

    /// <summary>What each split took from the sum of squares, and by which code.</summary>
    public IEnumerable<(int Code, double Gain)> Gains =>
        _splits.Where(split => split.IsMade).Select(split => (split.Code, split.BestScore - split.ScoreWhole));

    /// <summary>The node that an image ends in.</summary>
    /// <param name="codes">Of each code the values of all images.</param>
    /// <param name="image">Index of the image.</param>
    public int FindLeaf(IReadOnlyList<double[]> codes, int image)
    {
        var node = 0;
        while (node < _splits.Length && _splits[node].IsMade)
        {
            node = 2 * node + (codes[_splits[node].Code][image] <= _splits[node].Threshold ? 1 : 2);
        }

        return node;
    }

    private static void Sum(Span<Split> nodes, int first, double[] targets, ReadOnlySpan<byte> leafOf)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            if (leafOf[i] >= first)
            {
                ref var node = ref nodes[leafOf[i] - first];
                node.Count++;
                node.Total += targets[i];
                node.Squares += targets[i] * targets[i];
            }
        }

        foreach (ref var node in nodes)
        {
            node.BestScore = double.NegativeInfinity;
        }
    }

    /// <summary>Walks up the values of a code, and tries to split every node between each two of them.</summary>
    private static void FindSplits(
        Span<Split> nodes,
        int first,
        double[] targets,
        ReadOnlySpan<byte> leafOf,
        (int Index, SortedCode Sorted) code
    )
    {
        foreach (ref var node in nodes)
        {
            (node.LeftCount, node.LeftTotal) = (0, 0);
        }

        foreach (var image in code.Sorted.Order)
        {
            if (leafOf[image] >= first)
            {
                ref var node = ref nodes[leafOf[image] - first];
                var value = code.Sorted.Values[image];
                if (node.LeftCount > 0 && value > node.Last)
                {
                    node.Try(code.Index, value);
                }

                (node.Last, node.LeftCount) = (value, node.LeftCount + 1);
                node.LeftTotal += targets[image];
            }
        }
    }

    private void Descend(int first, IReadOnlyList<(int Index, SortedCode Code)> codes, Span<byte> leafOf)
    {
        var byIndex = codes.ToDictionary(code => code.Index, code => code.Code.Values);
        var values = Array.ConvertAll(_splits, split => byIndex.GetValueOrDefault(split.Code)!);
        for (var image = 0; image < leafOf.Length; image++)
        {
            int node = leafOf[image];
            if (node >= first && _splits[node].IsMade)
            {
                leafOf[image] = (byte)(2 * node + (values[node][image] <= _splits[node].Threshold ? 1 : 2));
            }
        }
    }

    /// <summary>A node while it is grown, and the best split found for it.</summary>
    private struct Split
    {
        public int Count;
        public double Total;
        public double Squares;
        public int LeftCount;
        public double LeftTotal;
        public double Last;
        public double BestScore;
        public double Threshold;
        public int Code;

        /// <summary>Nothing is gained where all targets are alike, nor where no code tells the images apart.</summary>
        public readonly bool IsMade =>
            Count > 1 && BestScore > double.NegativeInfinity && Squares - ScoreWhole > 1e-15 * Count;

        public readonly double ScoreWhole => Total * Total / Count;

        /// <summary>Squares about the means are least where Σ total²/count over both sides is largest.</summary>
        public void Try(int code, double value)
        {
            var right = Total - LeftTotal;
            var score = LeftTotal * LeftTotal / LeftCount + right * right / (Count - LeftCount);
            if (score > BestScore)
            {
                (BestScore, Code, Threshold) = (score, code, (Last + value) / 2);
            }
        }
    }
}
