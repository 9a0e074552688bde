using InfoGanMl.Training.Snapshots;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Steps;

/// <summary>
/// Adam (Kingma and Ba 2015) that updates all parameters in one native call. TorchSharp's own makes about ten calls for each
/// parameter, every one of them a pass over memory; libtorch's fused kernel is reached through TorchScript, as TorchSharp does
/// not bind it.
/// </summary>
internal sealed class FusedAdam : IDisposable
{
    // A function must return something, and the source must end in a new line.
    private static readonly jit.CompilationUnit Kernel = jit.compile(
        """
        def step(parameters: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor],
                 steps: List[Tensor], lr: float, beta1: float, beta2: float):
          torch._foreach_add_(steps, 1)
          torch._fused_adam_(parameters, gradients, means, squares, [], steps, lr=lr, beta1=beta1, beta2=beta2,
                             weight_decay=0.0, eps=1e-8, amsgrad=False, maximize=False)
          return 0

        """
    );

    private readonly Parameter[] _parameters;
    private readonly Tensor[] _means;
    private readonly Tensor[] _squares;
    private readonly Tensor[] _steps;
    private readonly double _beta1;
    private readonly double _beta2;

    /// <summary>Prepares the state of the optimizer: averages of 0.</summary>
    public FusedAdam(IEnumerable<Parameter> parameters, double learningRate, double beta1 = 0.9, double beta2 = 0.999)
    {
        _parameters = [.. parameters];
        _means = [.. _parameters.Select(parameter => zeros_like(parameter).DetachFromDisposeScope())];
        _squares = [.. _parameters.Select(parameter => zeros_like(parameter).DetachFromDisposeScope())];
        _steps = [.. _parameters.Select(parameter => zeros([], device: parameter.device).DetachFromDisposeScope())];
        LearningRate = learningRate;
        (_beta1, _beta2) = (beta1, beta2);
    }

    /// <summary>Learning rate of the next update.</summary>
    public double LearningRate { get; set; }

    /// <summary>One update of every parameter against the gradient of a loss that depends on all of them.</summary>
    public void Minimize(Tensor loss)
    {
        foreach (var parameter in _parameters)
        {
            parameter.grad = null; // backward then stores the gradient instead of adding to zeros
        }

        loss.backward();
        Update();
    }

    /// <summary>One update of every parameter against the gradient that it holds.</summary>
    public void Update()
    {
        using var _ = no_grad();
        var gradients = _parameters.Select(parameter => parameter.grad!).ToArray();
        Tensor[] parameters = [.. _parameters];
        Kernel.invoke("step", parameters, gradients, _means, _squares, _steps, LearningRate, _beta1, _beta2);
    }

    /// <summary>The averages, and how often each was updated.</summary>
    public void VisitState(IStateVisitor state)
    {
        for (var i = 0; i < _parameters.Length; i++)
        {
            state.Visit($"means.{i}", _means[i]);
            state.Visit($"squares.{i}", _squares[i]);
            state.Visit($"steps.{i}", _steps[i]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var state in _means.Concat(_squares).Concat(_steps))
        {
            state.Dispose();
        }
    }
}
