using InfoGanMl.Recipes;
using InfoGanMl.Training.Networks;
using InfoGanMl.Training.Snapshots;
using TorchSharp.Modules;

namespace InfoGanMl.Training.Steps;

/// <summary>Adam for D and Q, and for G, at the learning rates of the step.</summary>
internal sealed class JointOptimizers : IDisposable
{
    private readonly TrainingOptions _options;
    private int _step;

    /// <summary>Prepares both.</summary>
    /// <param name="options">Learning rates, averages and cool-down.</param>
    /// <param name="gan">The networks to train, in place.</param>
    public JointOptimizers(TrainingOptions options, InfoGan gan)
    {
        _options = options;
        Discriminator = Adam(gan.DiscriminatorParameters, options.DiscriminatorLearningRate);
        Generator = Adam(gan.GeneratorParameters, options.GeneratorLearningRate);

        FusedAdam Adam(IEnumerable<Parameter> parameters, double learningRate) =>
            new(parameters, learningRate, options.Beta1, options.Beta2);
    }

    /// <summary>That of D and Q.</summary>
    public FusedAdam Discriminator { get; }

    /// <summary>That of G.</summary>
    public FusedAdam Generator { get; }

    /// <summary>Steps done.</summary>
    public int Step => _step;

    /// <summary>Those of the step.</summary>
    public void SetLearningRates()
    {
        var factor = CoolDown.Factor(_step, _options.Steps, _options.CoolDown);
        Discriminator.LearningRate = _options.DiscriminatorLearningRate * factor;
        Generator.LearningRate = _options.GeneratorLearningRate * factor;
    }

    /// <summary>Counts a step.</summary>
    public void Advance() => _step++;

    /// <summary>What both remember, and the step.</summary>
    public void VisitState(IStateVisitor state)
    {
        Discriminator.VisitState(state.In("discriminator_optimizer"));
        Generator.VisitState(state.In("generator_optimizer"));
        state.Visit("joint_steps", ref _step);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Discriminator.Dispose();
        Generator.Dispose();
    }
}
