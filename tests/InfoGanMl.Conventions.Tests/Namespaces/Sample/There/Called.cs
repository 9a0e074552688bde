namespace InfoGanMl.Conventions.Tests.Namespaces.Sample.There;

/// <summary>Needs another namespace in a signature alone.</summary>
internal sealed class Called
{
    public static IReadOnlyList<Here.Answer>? Answers => null;
}
