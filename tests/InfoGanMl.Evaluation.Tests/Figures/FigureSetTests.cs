using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Tests.Figures;

public class FigureSetTests
{
    private static readonly FigureKind Real = new("of.real", "Real", Unit.Share, "The best.");
    private static readonly FigureKind Plain = new("of.it", "It", Unit.Share, "It.") { OfRealImages = Real };
    private static readonly FigureKind OfCode = new(
        "of.{code}.{property}",
        "{code} by {property}",
        Unit.Score,
        "{code}."
    );

    private static readonly FigureSet Figures = new([
        new(Plain, 0.5, 10),
        new(Real, 0.75, 10),
        new(OfCode, 1, 10) { Parameters = ["a", "slant"] },
        new(OfCode, -2, 10) { Parameters = ["b", "slant"] },
    ]);

    [Fact]
    public void A_figure_is_found_by_its_kind_and_code()
    {
        Assert.Equal(0.5, Figures[Plain]!.Value);
        Assert.Equal(-2, Figures[OfCode, "b", "slant"]!.Value);
        Assert.Null(Figures[OfCode, "c", "slant"]);
        Assert.Equal(0.75, Figures.OfRealImages(Figures[Plain]!)!.Value);
    }

    [Fact]
    public void A_code_that_is_left_out_is_a_mistake_and_not_a_missing_figure() =>
        Assert.Throws<ArgumentException>(() => Figures[OfCode]);

    [Fact]
    public void The_code_stands_in_name_title_and_meaning()
    {
        var figure = Figures[OfCode, "a", "slant"]!;

        Assert.Equal(("of.a.slant", "a by slant", "a."), (figure.Name, figure.Title, figure.Meaning));
        Assert.Equal(["a", "slant"], OfCode.Match(figure.Name)!);
        Assert.Null(OfCode.Match("of.a"));
        Assert.Null(Plain.Match("of_it"));
    }

    [Theory]
    [InlineData(false, -2.0)]
    [InlineData(true, 1.0)]
    public void The_worst_of_several_codes_stands_for_all(bool lowerIsBetter, double worst)
    {
        var kind = new FigureKind("of.{code}", "{code}", Unit.Score, "It.") { LowerIsBetter = lowerIsBetter };
        var figures = new FigureSet(
            new[] { 1.0, -2.0 }.Select((v, i) => new Figure(kind, v, 1) { Parameters = [$"{i}"] })
        );

        Assert.Equal(worst, kind.Summarize(figures));
        Assert.Null(kind.Summarize(new([])));
    }
}
