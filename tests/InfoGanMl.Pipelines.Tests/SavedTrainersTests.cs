using InfoGanMl.Models;
using InfoGanMl.Testing;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace InfoGanMl.Pipelines.Tests;

/// <summary>ML.NET's trainers of Microsoft.ML, FastTree and LightGBM are saved behind Q, and loaded again.</summary>
public sealed class SavedTrainersTests : IDisposable
{
    private static readonly ModelFolder Model = TinyFolder.Model;
    private static readonly MLContext Context = new(seed: 1);

    private static readonly Dictionary<string, IEstimator<ITransformer>> Multiclass = new()
    {
        ["LbfgsMaximumEntropy"] = Context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(),
        ["LightGbm"] = Context.MulticlassClassification.Trainers.LightGbm(),
        ["NaiveBayes"] = Context.MulticlassClassification.Trainers.NaiveBayes(),
        ["SdcaMaximumEntropy"] = Context.MulticlassClassification.Trainers.SdcaMaximumEntropy(
            maximumNumberOfIterations: 3
        ),
        ["SdcaNonCalibrated"] = Context.MulticlassClassification.Trainers.SdcaNonCalibrated(
            maximumNumberOfIterations: 3
        ),
        ["OneVersusAll(AveragedPerceptron)"] = Context.MulticlassClassification.Trainers.OneVersusAll(
            Context.BinaryClassification.Trainers.AveragedPerceptron()
        ),
        ["OneVersusAll(FastTree)"] = Context.MulticlassClassification.Trainers.OneVersusAll(
            Context.BinaryClassification.Trainers.FastTree(numberOfTrees: 3)
        ),
        ["OneVersusAll(LightGbm)"] = Context.MulticlassClassification.Trainers.OneVersusAll(
            Context.BinaryClassification.Trainers.LightGbm(numberOfIterations: 3)
        ),
        ["PairwiseCoupling(LbfgsLogisticRegression)"] = Context.MulticlassClassification.Trainers.PairwiseCoupling(
            Context.BinaryClassification.Trainers.LbfgsLogisticRegression()
        ),
        ["PairwiseCoupling(LinearSvm)"] = Context.MulticlassClassification.Trainers.PairwiseCoupling(
            Context.BinaryClassification.Trainers.LinearSvm()
        ),
    };

    private static readonly Dictionary<string, IEstimator<ITransformer>> Binary = new()
    {
        ["AveragedPerceptron"] = Context.BinaryClassification.Trainers.AveragedPerceptron(),
        ["FastForest"] = Context.BinaryClassification.Trainers.FastForest(numberOfTrees: 3),
        ["FastTree"] = Context.BinaryClassification.Trainers.FastTree(numberOfTrees: 3),
        ["Gam"] = Context.BinaryClassification.Trainers.Gam(numberOfIterations: 3),
        ["LbfgsLogisticRegression"] = Context.BinaryClassification.Trainers.LbfgsLogisticRegression(),
        ["LdSvm"] = Context.BinaryClassification.Trainers.LdSvm(numberOfIterations: 10),
        ["LightGbm"] = Context.BinaryClassification.Trainers.LightGbm(numberOfIterations: 3),
        ["LinearSvm"] = Context.BinaryClassification.Trainers.LinearSvm(),
        ["Prior"] = Context.BinaryClassification.Trainers.Prior(),
        ["SdcaLogisticRegression"] = Context.BinaryClassification.Trainers.SdcaLogisticRegression(
            maximumNumberOfIterations: 3
        ),
        ["SdcaNonCalibrated"] = Context.BinaryClassification.Trainers.SdcaNonCalibrated(maximumNumberOfIterations: 3),
        ["SgdCalibrated"] = Context.BinaryClassification.Trainers.SgdCalibrated(numberOfIterations: 3),
        ["SgdNonCalibrated"] = Context.BinaryClassification.Trainers.SgdNonCalibrated(numberOfIterations: 3),
        ["AveragedPerceptron, calibrated by Platt"] = Context
            .BinaryClassification.Trainers.AveragedPerceptron()
            .Append(Context.BinaryClassification.Calibrators.Platt()),
        ["AveragedPerceptron, calibrated isotonically"] = Context
            .BinaryClassification.Trainers.AveragedPerceptron()
            .Append(Context.BinaryClassification.Calibrators.Isotonic()),
        ["AveragedPerceptron, calibrated naively"] = Context
            .BinaryClassification.Trainers.AveragedPerceptron()
            .Append(Context.BinaryClassification.Calibrators.Naive()),
    };

    private static readonly Dictionary<string, IEstimator<ITransformer>> Others = new()
    {
        ["Regression, FastForest"] = Context.Regression.Trainers.FastForest(numberOfTrees: 3),
        ["Regression, FastTree"] = Context.Regression.Trainers.FastTree(numberOfTrees: 3),
        ["Regression, FastTreeTweedie"] = Context.Regression.Trainers.FastTreeTweedie(numberOfTrees: 3),
        ["Regression, Gam"] = Context.Regression.Trainers.Gam(numberOfIterations: 3),
        ["Regression, LbfgsPoisson"] = Context.Regression.Trainers.LbfgsPoissonRegression(),
        ["Regression, LightGbm"] = Context.Regression.Trainers.LightGbm(numberOfIterations: 3),
        ["Regression, OnlineGradientDescent"] = Context.Regression.Trainers.OnlineGradientDescent(),
        ["Regression, Sdca"] = Context.Regression.Trainers.Sdca(maximumNumberOfIterations: 3),
        ["Ranking, FastTree"] = Ranking(Context.Ranking.Trainers.FastTree("Relevance", numberOfTrees: 3)),
        ["Ranking, LightGbm"] = Ranking(
            Context.Ranking.Trainers.LightGbm(
                new LightGbmRankingTrainer.Options
                {
                    LabelColumnName = "Relevance",
                    RowGroupColumnName = "GroupId",
                    NumberOfIterations = 3,
                    MinimumExampleCountPerLeaf = 1, // or these few rows make no tree
                }
            )
        ),
        ["KMeans"] = Context.Clustering.Trainers.KMeans(numberOfClusters: 3),
        ["RandomizedPca"] = Context.AnomalyDetection.Trainers.RandomizedPca(rank: 2),
        ["ProjectToPrincipalComponents"] = Context.Transforms.ProjectToPrincipalComponents(
            "Score",
            "Features",
            rank: 2
        ),
        ["a chain that ends in SelectColumns"] = Context
            .Clustering.Trainers.KMeans(numberOfClusters: 3)
            .Append(Context.Transforms.SelectColumns("Score")),
        ["a chain that drops columns"] = Context
            .Clustering.Trainers.KMeans(numberOfClusters: 3)
            .Append(Context.Transforms.DropColumns("Features")),
    };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> MulticlassNames => [.. Multiclass.Keys];

    public static TheoryData<string> BinaryNames => [.. Binary.Keys];

    public static TheoryData<string> OtherNames => [.. Others.Keys];

    [Theory]
    [MemberData(nameof(MulticlassNames))]
    public void A_multiclass_trainer_scores_the_same_once_it_is_loaded(string name) =>
        Check(Context.Transforms.Conversion.MapValueToKey("Label", nameof(Row.Class)).Append(Multiclass[name]));

    [Theory]
    [MemberData(nameof(BinaryNames))]
    public void A_binary_trainer_scores_the_same_once_it_is_loaded(string name) =>
        Check(Context.Transforms.CopyColumns("Label", nameof(Row.IsOdd)).Append(Binary[name]));

    [Theory]
    [MemberData(nameof(OtherNames))]
    public void What_else_learns_from_features_scores_the_same_once_it_is_loaded(string name) =>
        Check(Context.Transforms.CopyColumns("Label", nameof(Row.Weight)).Append(Others[name]));

    private void Check(IEstimator<ITransformer> trainer)
    {
        var rows = Context.Data.LoadImages(Images(), Model);
        var pipeline = Context
            .Transforms.RecognizeWithInfoGan(Model)
            .Append(Context.Transforms.CopyColumns("Features", "features"))
            .Append(trainer);
        var fitted = pipeline.Fit(rows);
        using var _ = fitted as IDisposable;
        Context.Model.Save(fitted, rows.Schema, _folder["saved.zip"]);

        using var loaded = Context.Model.LoadInfoGan(_folder["saved.zip"], out var schema);

        Assert.NotNull(schema);
        Assert.Equal(Scores(fitted.Transform(rows)), Scores(loaded.Transform(rows)));
    }

    private static EstimatorChain<ITransformer> Ranking(IEstimator<ITransformer> trainer) =>
        Context.Transforms.Conversion.MapValueToKey("GroupId", nameof(Row.Group)).Append(trainer);

    private static string[] Scores(IDataView scored) =>
        scored.Schema["Score"].Type is VectorDataViewType
            ? [.. scored.GetColumn<float[]>("Score").Select(row => string.Join(' ', row))]
            : [.. scored.GetColumn<float>("Score").Select(score => $"{score}")];

    private static IEnumerable<Row> Images()
    {
        var random = new Random(1);
        for (var i = 0; i < 60; i++)
        {
            yield return new()
            {
                Image = [.. Enumerable.Range(0, Model.Image.Size).Select(_ => random.NextSingle())],
                Class = i % 3,
                IsOdd = i % 2 == 1,
                Weight = i,
                Relevance = i % 4,
                Group = i / 20, // rows of a group follow each other
            };
        }
    }

    private sealed class Row : ImageRow
    {
        public int Class { get; set; }

        public bool IsOdd { get; set; }

        public float Weight { get; set; }

        public float Relevance { get; set; }

        public int Group { get; set; }
    }
}
