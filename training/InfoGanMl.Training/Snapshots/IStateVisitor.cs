using static TorchSharp.torch;

namespace InfoGanMl.Training.Snapshots;

/// <summary>
/// Walks through what a part of a training remembers, always in the same order. One walk saves it and another restores it;
/// as both are the same code, they cannot disagree.
/// </summary>
internal interface IStateVisitor
{
    /// <summary>Saves a tensor, or overwrites it in place.</summary>
    void Visit(string name, Tensor tensor);

    /// <summary>Saves a value as JSON, or replaces it.</summary>
    void Visit<T>(string name, ref T value);

    /// <summary>Saves where a source of random numbers is, or sets it back to there.</summary>
    void Visit(string name, Generator random);

    /// <summary>The same visitor, with this in front of every name.</summary>
    IStateVisitor In(string part) => new Part(this, part);

    private sealed class Part(IStateVisitor whole, string name) : IStateVisitor
    {
        public void Visit(string member, Tensor tensor) => whole.Visit($"{name}.{member}", tensor);

        public void Visit<T>(string member, ref T value) => whole.Visit($"{name}.{member}", ref value);

        public void Visit(string member, Generator random) => whole.Visit($"{name}.{member}", random);
    }
}
