using InfoGanMl.Recipes;
using InfoGanMl.Training.Data;
using InfoGanMl.Training.HeadStarts.Seeing;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using TorchSharp;
using static TorchSharp.torch;

namespace InfoGanMl.Training.HeadStarts;

/// <summary>The trunk and Q learn from real pairs alone, from several beginnings, of which the best goes on.</summary>
internal interface IHeadStart : IDisposable
{
    /// <summary>Makes the networks of every start; nothing is trained yet.</summary>
    /// <param name="options">Options with a head start and real pairs.</param>
    /// <param name="images">The real images.</param>
    /// <param name="seen">What a trunk that has seen photographs made of them; null where the trunk is a fresh one.</param>
    /// <param name="initial">Source of all weights, on the CPU.</param>
    /// <param name="random">Source of all else, for the device to train on.</param>
    static IHeadStart Begin(
        TrainingOptions options,
        RealImages images,
        SeenImages? seen,
        torch.Generator initial,
        RandomSource random
    ) =>
        seen is null
            ? new RecognizerHeadStart(options, images, initial, random)
            : new TransferHeadStart(options, images, seen, initial, random);

    /// <summary>All starts, the best first.</summary>
    IReadOnlyList<RecognizerStart> Ranking { get; }

    /// <summary>Whether all updates are done.</summary>
    bool IsDone { get; }

    /// <summary>Updates that the next step makes at once, and real images in each.</summary>
    (int Updates, int BatchSize) Next { get; }

    /// <summary>The next step.</summary>
    /// <returns>Mutual information of the best start, in nats (<see cref="RecognizerStart.Information"/>).</returns>
    double Step();

    /// <summary>What a start, as it is now, makes of images: features [n, feature width], and raw codes [n, code outputs].</summary>
    /// <param name="start">One of <see cref="Ranking"/>.</param>
    /// <param name="indices">Of the images.</param>
    (Tensor Features, Tensor Codes) Recognize(RecognizerStart start, Tensor indices);

    /// <summary>The networks of the best start, which the caller owns.</summary>
    InfoGan TakeBest();

    /// <summary>All that it remembers from one step to the next.</summary>
    void VisitState(IStateVisitor state);
}
