namespace InfoGanMl.Recipes.Networks;

/// <summary>Two ways through, added up: y = body(x) + shortcut(x) (He et al. 2016, eq. 1 and 2).</summary>
/// <param name="Body">Layers of one way.</param>
/// <param name="Shortcut">Layers of the other; none, where x itself is added.</param>
public sealed record Residual(IReadOnlyList<Layer> Body, IReadOnlyList<Layer> Shortcut) : Layer
{
    internal override int Count => 1 + Body.Sum(layer => layer.Count) + Shortcut.Sum(layer => layer.Count);

    /// <summary>Both ways as networks of their own.</summary>
    /// <param name="name">Name of the layer, which theirs begin with.</param>
    /// <param name="input">Shape of x.</param>
    public (Network Body, Network Shortcut) Ways(string name, Shape input) =>
        (new($"{name}_body", input, Body), new($"{name}_shortcut", input, Shortcut));

    /// <inheritdoc/>
    public override Shape Output(Shape input)
    {
        var (body, shortcut) = Ways("residual", input);
        Require(
            body.Output == shortcut.Output,
            input,
            $"one shape of both ways, not {body.Output} and {shortcut.Output}"
        );
        return body.Output;
    }

    /// <inheritdoc/>
    public override long Parameters(Shape input) => Sum(input, way => way.Parameters);

    /// <inheritdoc/>
    public override long MultiplyAdds(Shape input) => Sum(input, way => way.MultiplyAdds);

    /// <inheritdoc/>
    public bool Equals(Residual? other) =>
        other is not null && Body.SequenceEqual(other.Body) && Shortcut.SequenceEqual(other.Shortcut);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Body.Count, Shortcut.Count);

    /// <inheritdoc/>
    public override string ToString() => $"Residual of {Body.Count} and {Shortcut.Count} layers";

    internal override long Values(Shape input) => Sum(input, way => way.Values) + Output(input).Size;

    private long Sum(Shape input, Func<Network, long> of)
    {
        var (body, shortcut) = Ways("residual", input);
        return of(body) + of(shortcut);
    }
}
