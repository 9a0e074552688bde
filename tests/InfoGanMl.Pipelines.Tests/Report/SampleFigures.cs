using InfoGanMl.Evaluation;
using InfoGanMl.Evaluation.Figures;
using InfoGanMl.Models;

namespace InfoGanMl.Pipelines.Tests.Report;

/// <summary>Figures of the model of <see cref="SampleReport"/>.</summary>
internal static class SampleFigures
{
    public static Scores Scores { get; } =
        new()
        {
            MutualInformation = 2.2878,
            CodeEntropy = Math.Log(10),
            ContinuousR2 = [0.9369, 0.9298],
            AccuracyOneToOne = 0.9874,
            Purity = 0.9874,
            Nmi = 0.9642,
            Ari = 0.9723,
            DownstreamAccuracy100Labels = 0.9874,
            TestImages = 10_000,
            CodeMeanings =
            [
                new("slant", "slant", 0.8891, 0.9379),
                new("slant", "thickness", -0.0485, -0.0541),
                new("slant", "width", -0.0543, -0.0467),
                new("slant", "height", 0.0312, 0.0108),
                new("slant", "ink", -0.0115, 0.007),
                new("thickness", "slant", 0.0218, 0.0222),
                new("thickness", "thickness", 0.8804, 0.9059),
                new("thickness", "width", 0.2367, 0.3843),
                new("thickness", "height", -0.1571, -0.2206),
                new("thickness", "ink", 0.6992, 0.8924),
            ],
            Samples = new()
            {
                Agreement = 0.9903,
                LeastCategoryAgreement = 0.9761,
                Precision = 0.827,
                Recall = 0.7284,
                FrechetDistance = 0.5144,
                KernelDistance = 0.0121,
                RealKernelDistance = 0.0002,
                RealPrecision = 0.8376,
                RealRecall = 0.8568,
                RealFrechetDistance = 0.2228,
                LeastSpread = 0.7352,
            },
        };

    public static IReadOnlyList<Figure> All { get; } =
    [
        new(
            "accuracy_one_to_one",
            "One-to-one accuracy",
            0.9874,
            "share",
            10_000,
            1,
            new(0.9851, 0.9895),
            "Test images whose category is the one matched to their class.",
            "Kuhn 1955"
        ),
        new(
            "purity",
            "Purity",
            0.9874,
            "share",
            10_000,
            1,
            new(0.9851, 0.9895),
            "Test images that belong to the commonest class of their category.",
            null
        ),
        new(
            "nmi",
            "NMI",
            0.9642,
            "score",
            10_000,
            1,
            new(0.9588, 0.9697),
            "Normalized mutual information of categories and classes: 1 when each tells the other, 0 when it says nothing.",
            "Strehl and Ghosh 2002"
        ),
        new(
            "ari",
            "ARI",
            0.9723,
            "score",
            10_000,
            1,
            new(0.9674, 0.9769),
            "Pairs of images that are together in both or apart in both, adjusted for chance: 0 is chance, 1 is perfect.",
            "Hubert and Arabie 1985"
        ),
        new(
            "l_i",
            "L_I",
            2.2878,
            "nats",
            10_000,
            1,
            null,
            "What Q recovers of the category.",
            "Chen et al. 2016, eq. 5"
        ),
        new(
            "samples.agreement",
            "Agreement",
            0.9903,
            "share",
            10_000,
            1,
            new(0.9883, 0.9921),
            "Generated images in which the judge sees the class that is matched to their category.",
            null
        ),
        Share("samples.least_category_agreement", "Agreement, worst category", 0.9761),
        Share("samples.least_spread", "Least spread", 0.7352),
        Share("categories.marginal_entropy", "Entropy", 2.3009) with
        {
            Unit = "nats",
        },
        Share("categories.consistency", "Consistency", 0.9844),
        Share("categories.sure_share", "Sure answers", 0.9635),
        Share("categories.mean_confidence", "Mean confidence", 0.986),
        Share("downstream_accuracy_100_labels", "Linear classifier, 100 labels", 0.9874),
        new("copies.generated_distance", "Distance to the nearest", 5.31, "pixels", 200, 1, null, "Median.", null),
        new("parity_max_abs_diff", "Parity", 4.2e-7, "difference", 64, null, null, "Largest difference.", null),
    ];

    private static Figure Share(string name, string title, double value) =>
        new(name, title, value, "share", 10_000, 1, null, $"{title} of the imagined model.", null);

    public static IReadOnlyList<LabelEfficiencyScore> LabelEfficiency { get; } =
    [
        new("categories, named", 10, [0.0126, 0.0126, 0.0126]),
        new("categories, named", 100, [0.0126, 0.0126, 0.0126]),
        new("categories, named", 1000, [0.0126, 0.0126, 0.0126]),
        new("Q's outputs", 10, [0.0411, 0.0144, 0.1407]),
        new("Q's outputs", 100, [0.0127, 0.0125, 0.0131]),
        new("Q's outputs", 1000, [0.0122, 0.0119, 0.0125]),
        new("140 principal components", 10, [0.5681, 0.5413, 0.5967]),
        new("140 principal components", 100, [0.2435, 0.2306, 0.2596]),
        new("140 principal components", 1000, [0.1279, 0.1231, 0.1327]),
        new("pixels", 10, [0.5686, 0.5402, 0.595]),
        new("pixels", 100, [0.2433, 0.2298, 0.2612]),
        new("pixels", 1000, [0.1254, 0.1219, 0.1289]),
    ];
}
