using InfoGanMl.Conventions.Tests.Namespaces.Sample.There;

namespace InfoGanMl.Conventions.Tests.Namespaces.Sample.Here;

/// <summary>Needs another namespace in the body of a closure alone.</summary>
internal static class Caller
{
    public static IEnumerable<object> Call() => Enumerable.Range(0, 2).Select(_ => new Called());
}
