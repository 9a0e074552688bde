using InfoGanMl.Models.Latents;
using InfoGanMl.Training.Losses.Codes;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Steps;

/// <summary>What one step, or an average over several, says about the training.</summary>
public sealed record StepMeasures
{
    /// <summary>−V(D, G): what D minimizes.</summary>
    public required double DiscriminatorLoss { get; init; }

    /// <summary>−log D(G(z, c)): what G minimizes.</summary>
    public required double GeneratorLoss { get; init; }

    /// <summary>Mutual information of real pairs in nats, summed over categorical codes; 0 where the recipe has no such term.</summary>
    public required double PairInformation { get; init; }

    /// <summary>L_I of each categorical code in nats; at most its entropy H(c).</summary>
    public required IReadOnlyList<double> MutualInformation { get; init; }

    /// <summary>R² of each continuous code as Q recovers it from generated images.</summary>
    public required IReadOnlyList<double> ContinuousR2 { get; init; }

    /// <summary>Each measure with its name, for logs and messages.</summary>
    public IEnumerable<(string Name, double Value)> Named(LatentSpace latent) =>
        [
            ("discriminator_loss", DiscriminatorLoss),
            ("generator_loss", GeneratorLoss),
            ("pair_information", PairInformation),
            .. latent.Categorical.Zip(MutualInformation, (code, value) => ($"{code.Name}_mutual_information", value)),
            .. latent.Continuous.Zip(ContinuousR2, (code, value) => ($"{code.Name}_r2", value)),
        ];

    /// <summary>Reads the scalars of one step from the device, in one transfer.</summary>
    internal static StepMeasures Read(
        LatentSpace latent,
        Tensor discriminatorLoss,
        Tensor generatorLoss,
        Tensor pairInformation,
        CodeLikelihoods codes
    )
    {
        using var scope = NewDisposeScope();
        Tensor[] scalars =
        [
            discriminatorLoss,
            generatorLoss,
            pairInformation,
            .. codes.Categorical,
            .. codes.SquaredError,
        ];
        var values = stack(scalars.Select(scalar => scalar.detach())).cpu().data<float>().ToArray();
        var likelihoods = values.Skip(3).Take(latent.Categorical.Count);
        var errors = values.Skip(3 + latent.Categorical.Count);
        return new()
        {
            DiscriminatorLoss = values[0],
            GeneratorLoss = values[1],
            PairInformation = values[2],
            MutualInformation = [.. latent.Categorical.Zip(likelihoods, (code, value) => value + code.Entropy)],
            ContinuousR2 = [.. latent.Continuous.Zip(errors, (code, error) => 1 - error / code.Variance)],
        };
    }

    /// <summary>The mean of several steps.</summary>
    public static StepMeasures Average(IReadOnlyList<StepMeasures> steps) =>
        new()
        {
            DiscriminatorLoss = steps.Average(step => step.DiscriminatorLoss),
            GeneratorLoss = steps.Average(step => step.GeneratorLoss),
            PairInformation = steps.Average(step => step.PairInformation),
            MutualInformation = AverageEach(steps, step => step.MutualInformation),
            ContinuousR2 = AverageEach(steps, step => step.ContinuousR2),
        };

    private static double[] AverageEach(
        IReadOnlyList<StepMeasures> steps,
        Func<StepMeasures, IReadOnlyList<double>> measure
    ) => [.. measure(steps[0]).Select((_, i) => steps.Average(step => measure(step)[i]))];
}
