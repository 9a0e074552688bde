using System.Text.Json;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Evaluation.Reproduction;

/// <summary>The figures of many runs as JSON for scripts and as Markdown for people.</summary>
/// <param name="Name">Name of its files.</param>
/// <param name="Target">The target of the build script that makes its runs.</param>
/// <param name="HasPublished">Whether published results stand beside them.</param>
public sealed record ReproductionTable(string Name, string Target, bool HasPublished)
{
    /// <summary>Every preset over its seeds.</summary>
    public static ReproductionTable Reproduction { get; } = new("reproduction", "Reproduce", HasPublished: true);

    /// <summary>A preset without each of its ingredients.</summary>
    public static ReproductionTable Ablation { get; } = new("ablation", "Ablate", HasPublished: false);

    /// <summary>Writes <c>{name}.json</c> and <c>{name}.md</c>.</summary>
    /// <param name="folder">Where to; made when missing.</param>
    /// <param name="presets">The runs.</param>
    public void Write(string folder, IReadOnlyList<ReproducedPreset> presets)
    {
        Directory.CreateDirectory(folder);
        var published = HasPublished ? PublishedResult.All : [];
        File.WriteAllText(
            Path.Combine(folder, $"{Name}.json"),
            JsonSerializer.Serialize(new { presets, published }, InfoGanJson.Options) + "\n"
        );
        File.WriteAllText(Path.Combine(folder, $"{Name}.md"), ToMarkdown(presets));
    }

    /// <summary>A table over presets, one over runs, and what others published.</summary>
    public string ToMarkdown(IReadOnlyList<ReproducedPreset> presets) => ReproductionPage.Render(this, presets);
}
