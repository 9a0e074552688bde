using System.Text.Json.Serialization;
using InfoGanMl.Models.Checks;

namespace InfoGanMl.Recipes.Networks;

/// <summary>One layer of a network, as data.</summary>
/// <remarks>
/// TorchSharp modules, the ONNX graph and the cost are all read from the same list of layers, so that the trained network
/// and its export cannot drift apart.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Dense), "dense")]
[JsonDerivedType(typeof(Conv), "conv")]
[JsonDerivedType(typeof(TransposedConv), "transposed_conv")]
[JsonDerivedType(typeof(BatchNorm), "batch_norm")]
[JsonDerivedType(typeof(ReLU), "relu")]
[JsonDerivedType(typeof(LeakyReLU), "leaky_relu")]
[JsonDerivedType(typeof(Sigmoid), "sigmoid")]
[JsonDerivedType(typeof(Tanh), "tanh")]
[JsonDerivedType(typeof(Reshape), "reshape")]
[JsonDerivedType(typeof(Flatten), "flatten")]
[JsonDerivedType(typeof(MaxPool), "max_pool")]
[JsonDerivedType(typeof(GlobalAveragePool), "global_average_pool")]
[JsonDerivedType(typeof(Residual), "residual")]
public abstract record Layer
{
    /// <summary>Shape of the output for an input of the given shape.</summary>
    /// <exception cref="ArgumentException">The layer does not fit that input.</exception>
    public abstract Shape Output(Shape input);

    /// <summary>Number of trainable parameters.</summary>
    public virtual long Parameters(Shape input) => 0;

    /// <summary>Multiply-adds for one row.</summary>
    public virtual long MultiplyAdds(Shape input) => 0;

    /// <summary>Layers that it counts as: itself and those that it holds.</summary>
    internal virtual int Count => 1;

    /// <summary>Values that leave it and the layers that it holds, for one row.</summary>
    internal virtual long Values(Shape input) => Output(input).Size;

    /// <summary>Its own numbers, with the least and the most that each may be.</summary>
    internal virtual IEnumerable<(string Name, int Value, int Least, int Most)> Numbers => [];

    /// <summary>Places of a window that slides over an image: rows and columns.</summary>
    private protected (int Height, int Width) Slide(Shape input, int kernel, int stride, int padding)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        var smallest = Math.Min(input.Height, input.Width) + 2 * padding;
        Require(!input.IsVector && smallest >= kernel, input, $"an image of at least {kernel - 2 * padding} pixels");
        return (Places(input.Height), Places(input.Width));

        int Places(int side) => (side + 2 * padding - kernel) / stride + 1;
    }

    /// <summary>Throws unless <paramref name="fits"/>, naming this layer.</summary>
    private protected void Require(bool fits, Shape input, string expected)
    {
        if (!fits)
        {
            throw new ArgumentException($"{this} got an input of shape {input}; expected {expected}.");
        }
    }
}

/// <summary>Fully connected layer: y = W·x + b.</summary>
/// <param name="Outputs">Number of outputs.</param>
/// <param name="Bias">Whether it has b; pointless right before a batch norm, which subtracts it again.</param>
public sealed record Dense(int Outputs, bool Bias = true) : Layer
{
    internal override IEnumerable<(string Name, int Value, int Least, int Most)> Numbers =>
        [(nameof(Outputs), Outputs, 1, Limits.Values)];

    /// <inheritdoc/>
    public override Shape Output(Shape input)
    {
        Require(input.IsVector, input, "a vector (put Flatten before it)");
        return new(Outputs);
    }

    /// <inheritdoc/>
    public override long Parameters(Shape input) => MultiplyAdds(input) + (Bias ? Outputs : 0);

    /// <inheritdoc/>
    public override long MultiplyAdds(Shape input) => (long)input.Channels * Outputs;
}

/// <summary>Two-dimensional convolution.</summary>
/// <param name="Channels">Number of output channels.</param>
/// <param name="Kernel">Side of the square kernel in pixels.</param>
/// <param name="Stride">Step in pixels.</param>
/// <param name="Padding">Zeros added on each side.</param>
/// <param name="Bias">Whether it has a bias per channel.</param>
public sealed record Conv(int Channels, int Kernel = 4, int Stride = 2, int Padding = 1, bool Bias = true) : Layer
{
    internal override IEnumerable<(string Name, int Value, int Least, int Most)> Numbers =>
        [
            (nameof(Channels), Channels, 1, Limits.Channels),
            (nameof(Kernel), Kernel, 1, Limits.Kernel),
            (nameof(Stride), Stride, 1, Limits.Kernel),
            (nameof(Padding), Padding, 0, Limits.Kernel),
        ];

    /// <inheritdoc/>
    public override Shape Output(Shape input)
    {
        var (height, width) = Slide(input, Kernel, Stride, Padding);
        return new(Channels, height, width);
    }

    /// <inheritdoc/>
    public override long Parameters(Shape input) =>
        (long)input.Channels * Channels * Kernel * Kernel + (Bias ? Channels : 0);

    /// <inheritdoc/>
    public override long MultiplyAdds(Shape input) => (long)Output(input).Size * input.Channels * Kernel * Kernel;
}

/// <summary>Transposed ("up") convolution.</summary>
/// <param name="Channels">Number of output channels.</param>
/// <param name="Kernel">Side of the square kernel in pixels.</param>
/// <param name="Stride">Factor by which the image grows.</param>
/// <param name="Padding">Pixels cut off on each side.</param>
/// <param name="Bias">Whether it has a bias per channel.</param>
public sealed record TransposedConv(int Channels, int Kernel = 4, int Stride = 2, int Padding = 1, bool Bias = true)
    : Layer
{
    internal override IEnumerable<(string Name, int Value, int Least, int Most)> Numbers =>
        [
            (nameof(Channels), Channels, 1, Limits.Channels),
            (nameof(Kernel), Kernel, 1, Limits.Kernel),
            (nameof(Stride), Stride, 1, Limits.Kernel),
            (nameof(Padding), Padding, 0, Limits.Kernel),
        ];

    /// <inheritdoc/>
    public override Shape Output(Shape input)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Stride, 1);
        Require(!input.IsVector, input, "an image (put Reshape before it)");
        var (height, width) = (Grow(input.Height), Grow(input.Width));
        Require(height > 0 && width > 0, input, "one that padding does not cut off whole"); // no height makes a vector
        return new(Channels, height, width);

        int Grow(int side) => checked((side - 1) * Stride - 2 * Padding + Kernel);
    }

    /// <inheritdoc/>
    public override long Parameters(Shape input) =>
        (long)input.Channels * Channels * Kernel * Kernel + (Bias ? Channels : 0);

    /// <inheritdoc/>
    public override long MultiplyAdds(Shape input) => (long)input.Size * Channels * Kernel * Kernel;
}

/// <summary>Batch normalization over each channel (Ioffe and Szegedy 2015).</summary>
/// <param name="Epsilon">Added to the variance; not the momentum, which other implementations confuse it with.</param>
/// <param name="Momentum">Weight of the newest batch in the running averages.</param>
public sealed record BatchNorm(double Epsilon = 1e-5, double Momentum = 0.1) : Layer
{
    /// <inheritdoc/>
    public override Shape Output(Shape input) => input;

    /// <inheritdoc/>
    public override long Parameters(Shape input) => 2L * input.Channels;
}

/// <summary>max(x, 0).</summary>
public sealed record ReLU : Layer
{
    /// <inheritdoc/>
    public override Shape Output(Shape input) => input;
}

/// <summary>x for x ≥ 0, slope·x below.</summary>
/// <param name="Slope">Slope below 0; the paper's is 0.1.</param>
public sealed record LeakyReLU(double Slope = 0.1) : Layer
{
    /// <inheritdoc/>
    public override Shape Output(Shape input) => input;
}

/// <summary>1 / (1 + e^-x).</summary>
public sealed record Sigmoid : Layer
{
    /// <inheritdoc/>
    public override Shape Output(Shape input) => input;
}

/// <summary>Hyperbolic tangent.</summary>
public sealed record Tanh : Layer
{
    /// <inheritdoc/>
    public override Shape Output(Shape input) => input;
}

/// <summary>Turns a vector into an image.</summary>
/// <param name="Channels">Channels of the image.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Width">Width in pixels.</param>
public sealed record Reshape(int Channels, int Height, int Width) : Layer
{
    internal override IEnumerable<(string Name, int Value, int Least, int Most)> Numbers =>
        [
            (nameof(Channels), Channels, 1, Limits.Channels),
            (nameof(Height), Height, 1, Limits.Channels),
            (nameof(Width), Width, 1, Limits.Channels),
        ];

    /// <inheritdoc/>
    public override Shape Output(Shape input)
    {
        var output = new Shape(Channels, Height, Width);
        Require(input.Size == output.Size, input, $"{output.Size} values");
        return output;
    }
}

/// <summary>Turns an image into a vector, channel by channel.</summary>
public sealed record Flatten : Layer
{
    /// <inheritdoc/>
    public override Shape Output(Shape input) => new(input.Size);
}
