namespace InfoGanMl.Models.Tensors;

/// <summary>Inputs and outputs of an ONNX graph; a leading batch dimension N is left out of the shapes.</summary>
public sealed record GraphTensors(IReadOnlyList<TensorShape> Inputs, IReadOnlyList<TensorShape> Outputs);
