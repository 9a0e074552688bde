namespace InfoGanMl.Models.Tensors;

/// <summary>A tensor at the border of an ONNX graph.</summary>
/// <param name="Name">Its name, which is also the ML.NET column.</param>
/// <param name="Shape">Its dimensions without the leading batch dimension N.</param>
public sealed record TensorShape(string Name, IReadOnlyList<int> Shape)
{
    /// <summary>Number of values in one row.</summary>
    public int Width => Shape.Aggregate(1, (product, dimension) => product * dimension);

    /// <summary>Whether it is one of images, [C, H, W].</summary>
    internal bool IsImage => Shape.Count == 3;
}
