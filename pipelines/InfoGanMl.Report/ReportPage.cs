using System.Text;
using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Pictures;
using InfoGanMl.Report.Pictures;
using InfoGanMl.Report.Sections;

namespace InfoGanMl.Report;

/// <summary>The report of one model.</summary>
public static class ReportPage
{
    private const int MostBytes = 5_000_000;
    private const int PictureWidth = 56;

    private static readonly Lazy<Func<object, string>> Template = new(() => PageTemplate.Compile("report.hbs"));

    /// <summary>Renders an evaluation as one HTML page that needs nothing besides itself.</summary>
    /// <param name="metrics">The figures.</param>
    /// <param name="pictures">The pictures beside them; they are reduced where the page would be larger than 5 MB.</param>
    /// <returns>The text of an HTML file.</returns>
    public static string Render(EvaluationMetrics metrics, EvaluationPictures pictures)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        ArgumentNullException.ThrowIfNull(pictures);
        for (var reduction = 0; ; reduction++)
        {
            var encoder = new PictureEncoder(pictures.Format, reduction);
            var page = Render(metrics, pictures, encoder);
            if (Encoding.UTF8.GetByteCount(page) <= MostBytes || !encoder.CanReduce)
            {
                return page;
            }
        }
    }

    private static string Render(EvaluationMetrics metrics, EvaluationPictures pictures, PictureEncoder encoder) =>
        Template.Value(
            new
            {
                Opening = OpeningSection.Of(metrics, pictures, encoder),
                Classify = metrics.Sorting is { } sorted ? ClassifySection.Of(metrics, sorted) : null,
                Categories = metrics.Sorting is { } sorting
                    ? CategoriesSection.Of(sorting, metrics.CategoryTrials, pictures, encoder)
                    : null,
                Codes = CodesSection.Of(metrics, pictures, encoder),
                Features = FeaturesSection.Of(metrics),
                Samples = SamplesSection.Of(metrics, pictures, encoder),
                Measurement = MeasurementSection.Of(metrics),
                PictureWidth = $"{encoder.Format.Width * encoder.ScaleTo(PictureWidth)}px",
                encoder.Reduction,
            }
        );
}
