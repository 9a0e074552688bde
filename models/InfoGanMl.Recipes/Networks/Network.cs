using InfoGanMl.Models.Checks;

namespace InfoGanMl.Recipes.Networks;

/// <summary>A list of layers applied one after the other to an input of known shape.</summary>
public sealed class Network
{
    private readonly List<Shape> _shapes;

    /// <summary>Checks that the layers fit each other.</summary>
    /// <param name="name">Short name, used in messages and for the names of its weights.</param>
    /// <param name="input">Shape of one input row.</param>
    /// <param name="layers">The layers, first to last.</param>
    /// <exception cref="ArgumentException">A layer does not fit the output of the one before it.</exception>
    public Network(string name, Shape input, IReadOnlyList<Layer> layers)
    {
        Name = name;
        var count = layers.Sum(layer => layer.Count);
        Layers =
            count <= Limits.Layers
                ? layers
                : throw new ArgumentException($"The {name} has {count} layers; expected at most {Limits.Layers}.");
        _shapes = [input];
        for (var i = 0; i < layers.Count; i++)
        {
            try
            {
                _shapes.Add(OutputOf(layers[i], _shapes[i]));
            }
            catch (Exception misfit) when (misfit is ArgumentException or OverflowException)
            {
                throw new ArgumentException($"Layer {i} of the {name}: {misfit.Message}", nameof(layers), misfit);
            }
        }
    }

    /// <summary>Short name: generator, trunk, discriminator, features, codes or classes.</summary>
    public string Name { get; }

    /// <summary>The layers, first to last.</summary>
    public IReadOnlyList<Layer> Layers { get; }

    /// <summary>Shape of one input row.</summary>
    public Shape Input => _shapes[0];

    /// <summary>Shape of one output row.</summary>
    public Shape Output => _shapes[^1];

    /// <summary>Trainable parameters.</summary>
    public long Parameters => Steps.Sum(step => step.Layer.Parameters(step.Input));

    /// <summary>Multiply-adds of one forward pass, for one row.</summary>
    public long MultiplyAdds => Steps.Sum(step => step.Layer.MultiplyAdds(step.Input));

    /// <summary>Values between all layers, for one row, its input and output included.</summary>
    internal long Values => Input.Size + Steps.Sum(step => step.Layer.Values(step.Input));

    /// <summary>Each layer with the shape that enters it.</summary>
    public IEnumerable<(Layer Layer, Shape Input)> Steps => Layers.Zip(_shapes);

    private static Shape OutputOf(Layer layer, Shape input)
    {
        foreach (var (name, value, least, most) in layer.Numbers)
        {
            if (value < least || value > most)
            {
                throw new ArgumentException($"{layer} has {name} {value}; expected {least} to {most}.");
            }
        }

        var output = layer.Output(input);
        return output.Dimensions.All(dimension => dimension > 0) && output.Size <= Limits.Values
            ? output
            : throw new ArgumentException(
                $"{layer} has an output of shape {output}; expected 1 to {Limits.Values} values."
            );
    }
}
