namespace InfoGanMl.Datasets.Tests;

/// <summary>Keeps each line of progress.</summary>
internal sealed class Lines : List<string>, IProgress<string>
{
    public void Report(string value) => Add(value);
}
