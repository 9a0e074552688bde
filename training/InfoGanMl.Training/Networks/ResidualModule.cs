using InfoGanMl.Recipes.Networks;
using static TorchSharp.torch;

namespace InfoGanMl.Training.Networks;

/// <summary>A <see cref="Residual"/> as a TorchSharp module.</summary>
internal sealed class ResidualModule : nn.Module<Tensor, Tensor>
{
    /// <summary>Takes both ways, which it owns.</summary>
    public ResidualModule(LayerModule body, LayerModule shortcut)
        : base(nameof(Residual))
    {
        (Body, Shortcut) = (body, shortcut);
        register_module("body", body);
        register_module("shortcut", shortcut);
    }

    /// <summary>The layers of one way.</summary>
    public LayerModule Body { get; }

    /// <summary>The layers of the other; none, where the input itself is added.</summary>
    public LayerModule Shortcut { get; }

    /// <summary>The sum of both ways, in the wider numbers of the two.</summary>
    public override Tensor forward(Tensor input) => Body.Apply(input) + Shortcut.Apply(input);
}
