using static TorchSharp.torch;

namespace InfoGanMl.Training.HeadStarts;

/// <summary>Small networks gain little from a second thread: two of them on a core each take hardly longer than one on both.</summary>
internal static class SideBySide
{
    /// <summary>Does the same with each of several, on as many cores as libtorch has threads.</summary>
    public static void Run<T>(IReadOnlyCollection<T> several, Action<T> action)
    {
        var all = get_num_threads();
        var threads = Math.Max(1, all / several.Count);
        try
        {
            Parallel.ForEach(
                several,
                new ParallelOptions { MaxDegreeOfParallelism = all / threads },
                one =>
                {
                    set_num_threads(threads);
                    action(one);
                }
            );
        }
        finally
        {
            set_num_threads(all);
        }
    }
}
