using System.Text.RegularExpressions;
using InfoGanMl.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InfoGanMl.Conventions.Tests;

public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void Every_CSharp_snippet_compiles_as_a_program()
    {
        var snippets = SnippetPattern().Matches(Readme).Select(match => match.Groups["code"].Value).ToList();

        Assert.NotEmpty(snippets);
        Assert.All(snippets, snippet => Assert.Empty(FindErrors(snippet)));
    }

    [Fact]
    public void A_snippet_that_calls_what_does_not_exist_would_be_found()
    {
        Assert.NotEmpty(FindErrors("new Microsoft.ML.MLContext().Transforms.ThisDoesNotExist();"));
    }

    [Fact]
    public void Every_link_to_a_file_of_this_repository_leads_somewhere()
    {
        var links = LinkPattern().Matches(Readme).Select(match => match.Groups["target"].Value);

        Assert.All(
            links.Where(link => !link.Contains("://", StringComparison.Ordinal) && link[0] != '#'),
            link => Assert.True(LeadsSomewhere(link), $"README links to {link}")
        );
    }

    /// <summary>To a file or folder that is there, and to a heading where one is named.</summary>
    private static bool LeadsSomewhere(string link)
    {
        var parts = link.Split('#');
        var target = Path.Combine(Repository.Root, parts[0]);
        return Path.Exists(target)
            && (
                parts.Length == 1 || File.ReadLines(target).Any(line => line.StartsWith('#') && Slug(line) == parts[1])
            );
    }

    /// <summary>What a heading is called in a link: small letters, with hyphens for spaces.</summary>
    private static string Slug(string heading) =>
        new([
            .. heading
                .TrimStart('#')
                .Trim()
                .ToLowerInvariant()
                .Replace(' ', '-')
                .Where(c => c == '-' || char.IsLetterOrDigit(c)),
        ]);

    private static IEnumerable<string> FindErrors(string snippet)
    {
        // What a new console project with implicit usings would see, plus the packages that the README says to install.
        const string ImplicitUsings =
            "global using System; global using System.Collections.Generic; global using System.IO; "
            + "global using System.Linq; global using System.Threading.Tasks;";
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation
            .Create(
                "Snippet",
                [CSharpSyntaxTree.ParseText(snippet), CSharpSyntaxTree.ParseText(ImplicitUsings)],
                platform.Select(path => MetadataReference.CreateFromFile(path)),
                new CSharpCompilationOptions(OutputKind.ConsoleApplication)
            )
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.ToString());
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex SnippetPattern();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex LinkPattern();
}
