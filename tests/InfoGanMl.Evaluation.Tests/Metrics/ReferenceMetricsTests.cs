using System.Text.Json;
using InfoGanMl.Evaluation.Metrics;
using InfoGanMl.Evaluation.Metrics.Disentanglement;

namespace InfoGanMl.Evaluation.Tests.Metrics;

/// <summary>
/// The metrics against scikit-learn, SciPy and NumPy: reference_metrics.py made reference_metrics.json, both beside this file.
/// </summary>
public sealed class ReferenceMetricsTests
{
    private const double Exact = 1e-9;

    // Features are single precision here and double there.
    private const double Single = 1e-6;

    private static readonly JsonSerializerOptions SnakeCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Reference Expected = Read();

    private static readonly ContingencyTable Table = ContingencyTable.Count(
        Expected.Sorting.Categories,
        Expected.Sorting.Classes
    );

    [Fact]
    public void One_to_one_accuracy_is_that_of_the_linear_sum_assignment_of_SciPy()
    {
        Assert.Equal(Expected.Sorting.AccuracyOneToOne, ClusteringMetrics.AccuracyOneToOne(Table), tolerance: Exact);
    }

    [Fact]
    public void Purity_is_that_of_the_contingency_matrix_of_scikit_learn()
    {
        Assert.Equal(Expected.Sorting.Purity, ClusteringMetrics.PurityOf(Table), tolerance: Exact);
    }

    [Fact]
    public void Normalized_mutual_information_is_that_of_scikit_learn()
    {
        Assert.Equal(Expected.Sorting.Nmi, ClusteringMetrics.NormalizedMutualInformation(Table), tolerance: Exact);
    }

    [Fact]
    public void The_adjusted_Rand_index_is_that_of_scikit_learn()
    {
        Assert.Equal(Expected.Sorting.Ari, ClusteringMetrics.AdjustedRandIndex(Table), tolerance: Exact);
    }

    [Fact]
    public void The_Frechet_distance_is_that_by_the_matrix_root_of_SciPy()
    {
        var (width, first, second) = (Expected.Features.Width, Expected.Features.First, Expected.Features.Second);

        Assert.Equal(
            Expected.Features.FrechetDistance,
            FrechetDistance.Measure(first, second, width),
            tolerance: Single * Expected.Features.FrechetDistance
        );
    }

    [Fact]
    public void The_kernel_distance_is_that_by_the_polynomial_kernel_of_scikit_learn()
    {
        var (width, first, second) = (Expected.Features.Width, Expected.Features.First, Expected.Features.Second);

        Assert.Equal(
            Expected.Features.KernelDistance,
            KernelDistance.Measure(first, second, width),
            tolerance: Single * Expected.Features.KernelDistance
        );
    }

    [Fact]
    public void The_mutual_information_gap_is_that_by_the_mutual_information_of_scikit_learn()
    {
        Assert.Equal(
            Expected.Codes.MutualInformationGap,
            DisentanglementMetrics.MutualInformationGap(Expected.Codes.Codes, Expected.Codes.Factors),
            tolerance: Exact
        );
    }

    [Fact]
    public void Separated_attribute_predictability_is_that_by_the_correlation_of_NumPy()
    {
        Assert.Equal(
            Expected.Codes.SeparatedAttributePredictability,
            DisentanglementMetrics.SeparatedAttributePredictability(Expected.Codes.Codes, Expected.Codes.Factors),
            tolerance: Exact
        );
    }

    private static Reference Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Metrics", "reference_metrics.json");
        return JsonSerializer.Deserialize<Reference>(File.ReadAllBytes(path), SnakeCase)!;
    }

    private sealed record Reference(SortingCase Sorting, FeaturesCase Features, CodesCase Codes);

    private sealed record SortingCase(
        int[] Categories,
        int[] Classes,
        double AccuracyOneToOne,
        double Purity,
        double Nmi,
        double Ari
    );

    private sealed record FeaturesCase(
        int Width,
        float[] First,
        float[] Second,
        double FrechetDistance,
        double KernelDistance
    );

    private sealed record CodesCase(
        double[][] Codes,
        double[][] Factors,
        double MutualInformationGap,
        double SeparatedAttributePredictability
    );
}
