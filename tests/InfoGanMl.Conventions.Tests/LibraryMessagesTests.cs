using InfoGanMl.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace InfoGanMl.Conventions.Tests;

/// <summary>Libraries speak of concepts. Which flag helps depends on the program, and programs say so.</summary>
public class LibraryMessagesTests
{
    /// <summary>Pages for people, which teach commands; and what is passed to npm, apt and dpkg, or to style sheets.</summary>
    private static readonly string[] Documents =
    [
        "ModelCard.cs",
        "ReproductionPage.cs",
        "MeasurementSection.cs",
        "Player.cs",
        "NpmPackage.cs",
        "DebianPackage.cs",
    ];

    private static readonly string[] Folders = ["models", "training", "inference", "pipelines"];

    private static readonly string[] Programs =
    [
        "InfoGanMl.CommandLine",
        "InfoGanMl.Train",
        "InfoGanMl.Tool",
        "InfoGanMl.Sample",
    ];

    [Fact]
    public void None_names_a_flag_a_program_or_a_target()
    {
        var literals = Sources().SelectMany(file => Literals(file).Select(text => $"{Path.GetFileName(file)}: {text}"));

        Assert.DoesNotContain(literals, NamesAProgram);
    }

    [Theory]
    [InlineData("\"Pass a smaller --size.\"", true)]
    [InlineData("$\"Run `dotnet cake --target={1}`.\"", true)]
    [InlineData("\"Train it with infogan-train.\"", true)]
    [InlineData("\"expected 1 -- or 2\"", false)]
    [InlineData("\"well-known\" // --size", false)]
    public void One_that_does_would_be_found(string source, bool isFound) =>
        Assert.Equal(isFound, LiteralsOf($"var text = {source};").Any(NamesAProgram));

    private static bool NamesAProgram(string text) =>
        text.Contains("dotnet cake", StringComparison.Ordinal)
        || text.Contains("infogan-train", StringComparison.Ordinal)
        || text.Index().Any(c => c.Item == '-' && IsFlag(text[c.Index..]));

    private static bool IsFlag(string text) => text is ['-', '-', >= 'a' and <= 'z', ..];

    private static IEnumerable<string> Sources() =>
        from folder in Folders
        from project in Directory.EnumerateDirectories(Path.Combine(Repository.Root, folder), "InfoGanMl.*")
        where !Programs.Contains(Path.GetFileName(project))
        from file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        where !Documents.Contains(Path.GetFileName(file))
        select file;

    private static IEnumerable<string> Literals(string file) => LiteralsOf(File.ReadAllText(file));

    private static IEnumerable<string> LiteralsOf(string source) =>
        CSharpSyntaxTree
            .ParseText(source)
            .GetRoot()
            .DescendantTokens()
            .Where(token =>
                token.Kind()
                    is SyntaxKind.StringLiteralToken
                        or SyntaxKind.InterpolatedStringTextToken
                        or SyntaxKind.SingleLineRawStringLiteralToken
                        or SyntaxKind.MultiLineRawStringLiteralToken
            )
            .Select(token => token.ValueText);
}
