using System.Text.Json;
using InfoGanMl.Evaluation.Metrics.Disentanglement;

namespace InfoGanMl.Evaluation.Tests.Metrics.Disentanglement;

/// <summary>
/// The scores against scikit-learn and NumPy: reference_factors.py made reference_factors.json, both beside this file.
/// </summary>
public sealed class ReferenceFactorScoresTests
{
    private const double Exact = 1e-9;

    // ML.NET stops L-BFGS earlier than scikit-learn does.
    private const double Near = 1e-3;

    // Codes that split a node equally well are chosen between at random, there as here.
    private const double Drawn = 5e-3;

    private static readonly JsonSerializerOptions SnakeCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Reference Expected = Read();
    private static readonly FactorCodes Train = new(Expected.Train.Codes, Expected.Train.Factors);
    private static readonly FactorCodes Test = new(Expected.Test.Codes, Expected.Test.Factors);

    [Fact]
    public void The_mutual_information_gap_is_that_by_the_mutual_information_of_scikit_learn()
    {
        Assert.Equal(Expected.Scores.MutualInformationGap, DisentanglementMetrics.MutualInformationGap(Train), Exact);
    }

    [Fact]
    public void Modularity_is_that_by_the_mutual_information_of_scikit_learn()
    {
        Assert.Equal(Expected.Scores.Modularity, DisentanglementMetrics.Modularity(Train), Exact);
    }

    [Fact]
    public void Explicitness_is_that_by_the_logistic_regression_of_scikit_learn()
    {
        Assert.Equal(Expected.Scores.Explicitness, Explicitness.Measure(Train, Test), Near);
    }

    [Fact]
    public void Separated_attribute_predictability_is_that_by_the_support_vector_machine_of_scikit_learn()
    {
        Assert.Equal(
            Expected.Scores.SeparatedAttributePredictability,
            SupportVectorPredictability.Measure(Train, Test),
            Exact
        );
        Assert.Equal(Expected.SupportVectors.Accuracies, SupportVectorPredictability.Accuracies(Train, Test));
    }

    [Fact]
    public void Disentanglement_completeness_and_informativeness_are_those_by_the_boosted_trees_of_scikit_learn()
    {
        var scores = DciScores.Measure(Train, Test, seed: 1);

        Assert.Equal(Expected.Trees.Disentanglement, scores.Disentanglement, Drawn);
        Assert.Equal(Expected.Trees.Completeness, scores.Completeness, Drawn);
        Assert.Equal(Expected.Trees.Informativeness, scores.Informativeness, Drawn);
        Assert.All(
            Expected.Trees.Importances.SelectMany(row => row).Zip(scores.Importances.SelectMany(row => row)),
            importance => Assert.Equal(importance.First, importance.Second, Drawn)
        );
    }

    [Fact]
    public void The_FactorVAE_score_is_that_by_the_variances_of_NumPy()
    {
        var variances = Train.Codes.Select(FactorVaeScore.Variance).ToArray();
        FactorVote[] votes =
        [
            .. Expected.FactorVae.Factors.Zip(
                Expected.FactorVae.Batches,
                (factor, batch) => new FactorVote(factor, FactorVaeScore.Vote(batch, variances, leastDeviation: 0.05))
            ),
        ];

        Assert.Equal(Expected.FactorVae.Score, FactorVaeScore.Accuracy(votes[..60], votes[60..], factors: 3), Exact);
    }

    private static Reference Read()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Metrics", "Disentanglement", "reference_factors.json");
        return JsonSerializer.Deserialize<Reference>(File.ReadAllBytes(path), SnakeCase)!;
    }

    private sealed record Reference(
        ImagesCase Train,
        ImagesCase Test,
        ScoresCase Scores,
        SupportVectorsCase SupportVectors,
        TreesCase Trees,
        FactorVaeCase FactorVae
    );

    private sealed record ImagesCase(double[][] Codes, int[][] Factors);

    private sealed record ScoresCase(
        double MutualInformationGap,
        double Modularity,
        double Explicitness,
        double SeparatedAttributePredictability
    );

    private sealed record SupportVectorsCase(double[][] Accuracies);

    private sealed record TreesCase(
        double[][] Importances,
        double Disentanglement,
        double Completeness,
        double Informativeness
    );

    private sealed record FactorVaeCase(int[] Factors, double[][][] Batches, double Score);
}
