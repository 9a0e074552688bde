using InfoGanMl.Models;
using InfoGanMl.Models.Checks;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Latents;
using InfoGanMl.Models.Tensors;

namespace InfoGanMl.Recipes.Networks;

/// <summary>The layers of an InfoGAN, without its output units: those follow from the latent space.</summary>
/// <param name="Generator">G: latent vector to image in [0, 1].</param>
/// <param name="Trunk">Layers that D and Q share: image to vector.</param>
/// <param name="RecognizerHead">Q's own layers, up to the feature vector; the code outputs are added to it.</param>
public sealed record Architecture(
    IReadOnlyList<Layer> Generator,
    IReadOnlyList<Layer> Trunk,
    IReadOnlyList<Layer> RecognizerHead
)
{
    /// <summary>Binds the layers to a latent space and an image format.</summary>
    /// <exception cref="ArgumentException">The layers do not fit each other, the latent space or the images.</exception>
    public InfoGanNetworks Build(LatentSpace latent, ImageFormat image) => new(this, latent, image);

    /// <summary>Whether both have the same layers, one by one.</summary>
    internal bool HasLayersOf(Architecture other) =>
        Generator.SequenceEqual(other.Generator)
        && Trunk.SequenceEqual(other.Trunk)
        && RecognizerHead.SequenceEqual(other.RecognizerHead);
}

/// <summary>An <see cref="Architecture"/> bound to a latent space and an image format.</summary>
public sealed class InfoGanNetworks
{
    internal InfoGanNetworks(Architecture layers, LatentSpace latent, ImageFormat image)
    {
        var imageShape = new Shape(image.Channels, image.Height, image.Width);
        Generator = new("generator", new(latent.Width), layers.Generator);
        if (Generator.Output != imageShape)
        {
            throw new ArgumentException(
                $"The generator ends in shape {Generator.Output}; expected the image's {imageShape}."
            );
        }

        Trunk = new("trunk", imageShape, layers.Trunk);
        Discriminator = new("discriminator", Trunk.Output, [new Dense(1)]);
        Features = new("features", Trunk.Output, layers.RecognizerHead);
        Codes = new("codes", Features.Output, [new Dense(latent.CategoricalWidth + latent.Continuous.Count)]);
        Tensors = ModelManifest.TensorsOf(latent, image, Features.Output.Size);
        CheckSize(Generator);
        CheckSize(Trunk, Features, Codes);
    }

    /// <summary>G: latent row to image.</summary>
    public Network Generator { get; }

    /// <summary>The layers that D and Q share.</summary>
    public Network Trunk { get; }

    /// <summary>D's head: trunk output to one logit.</summary>
    public Network Discriminator { get; }

    /// <summary>Q's head up to the feature vector.</summary>
    public Network Features { get; }

    /// <summary>Q's output units: features to the raw values described at <see cref="LatentSpace"/>.</summary>
    public Network Codes { get; }

    /// <summary>Names and shapes at the border of both exported graphs.</summary>
    public (GraphTensors Generator, GraphTensors Recognizer) Tensors { get; }

    /// <summary>What is trained is exported, and a larger file would not be opened again.</summary>
    private static void CheckSize(params IReadOnlyList<Network> exported)
    {
        var parameters = exported.Sum(network => network.Parameters);
        var values = exported.Sum(network => network.Values);
        // Only now: few parameters keep the product with the values from overflowing.
        if (parameters > Limits.Parameters || values > Limits.AllValues || MultiplyAdds() > Limits.MultiplyAdds)
        {
            throw new ArgumentException(
                $"The {exported[0].Name}, with what is exported beside it, has {parameters} parameters and {values} values a row"
                    + $" between layers; expected at most {Limits.Parameters} and {Limits.AllValues}, and {Limits.MultiplyAdds}"
                    + " multiply-adds a row."
            );
        }

        long MultiplyAdds() => exported.Sum(network => network.MultiplyAdds);
    }
}
