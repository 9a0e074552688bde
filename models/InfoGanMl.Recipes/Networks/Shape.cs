namespace InfoGanMl.Recipes.Networks;

/// <summary>Shape of one activation without the batch dimension: a vector of channels, or channels × height × width.</summary>
/// <param name="Channels">Channels, or the length of a vector.</param>
/// <param name="Height">Height in pixels; 0 for a vector.</param>
/// <param name="Width">Width in pixels; 0 for a vector.</param>
public readonly record struct Shape(int Channels, int Height = 0, int Width = 0)
{
    /// <summary>Whether this is a vector rather than an image.</summary>
    public bool IsVector => Height == 0;

    /// <summary>Number of values.</summary>
    public int Size => IsVector ? Channels : checked(Channels * Height * Width);

    /// <summary>The dimensions as ONNX and TorchSharp list them, without the batch dimension.</summary>
    public int[] Dimensions => IsVector ? [Channels] : [Channels, Height, Width];

    /// <inheritdoc/>
    public override string ToString() => string.Join('×', Dimensions);
}
