using HandlebarsDotNet;

namespace InfoGanMl.Report;

/// <summary>
/// A page made from a template in this assembly. Templates hold no logic: all that is computed or formatted happens in the
/// records that they are filled from.
/// </summary>
internal static class PageTemplate
{
    private static readonly string[] Partials =
    [
        "categories.hbs",
        "chart.hbs",
        "classify.hbs",
        "codes.hbs",
        "features.hbs",
        "figure-card.hbs",
        "measurement.hbs",
        "opening.hbs",
        "picture.hbs",
        "samples.hbs",
        "table.hbs",
    ];

    private static readonly Lazy<IHandlebars> Engine = new(CreateEngine);

    /// <summary>Compiles a template for pages of one kind.</summary>
    /// <param name="name">Name of its file.</param>
    public static Func<object, string> Compile(string name)
    {
        var template = Engine.Value.Compile(Read(name));
        var (style, script) = (Read("report.css"), Read("report.js"));
        return page =>
            template(
                new
                {
                    Style = style,
                    Script = script,
                    Page = page,
                }
            );
    }

    private static IHandlebars CreateEngine()
    {
        // A name that is misspelt in a template is a mistake to be found by every test, not a gap in a page.
        var engine = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true });
        foreach (var partial in Partials)
        {
            engine.RegisterTemplate(Path.GetFileNameWithoutExtension(partial), Read(partial));
        }

        return engine;
    }

    private static string Read(string name)
    {
        using var resource =
            typeof(PageTemplate).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Found no {name} in this assembly.");
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
