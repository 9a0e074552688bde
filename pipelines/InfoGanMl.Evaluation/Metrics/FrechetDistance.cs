using InfoGanMl.Evaluation.Figures;
using MathNet.Numerics.LinearAlgebra;

namespace InfoGanMl.Evaluation.Metrics;

/// <summary>
/// How far two sets of images are from each other, seen through a network's features (Heusel et al. 2017).
/// </summary>
public static class FrechetDistance
{
    /// <summary>Of real images.</summary>
    public static readonly FigureKind OfRealImages = new(
        "samples.real_frechet_distance",
        "Fréchet distance of real images",
        Unit.SquaredFeatures,
        "The same for real training images: the best to be expected."
    )
    {
        Paper = "Heusel et al. 2017",
        Basis = Basis.GeneratedImages,
        LowerIsBetter = true,
    };

    /// <summary>Of generated images.</summary>
    public static readonly FigureKind OfSamples = new(
        "samples.frechet_distance",
        "Fréchet distance",
        Unit.SquaredFeatures,
        "How far generated images are from real ones, as two Gaussians; above 0 even for real ones."
    )
    {
        Paper = "Heusel et al. 2017",
        Basis = Basis.GeneratedImages,
        OfRealImages = OfRealImages,
        LowerIsBetter = true,
        Column = "Fréchet",
        Shown = Shown.Console | Shown.ModelCard | Shown.Comparison | Shown.Presets | Shown.Runs,
    };

    /// <summary>Of real images, in the eyes of ML.NET's featurizer.</summary>
    public static readonly FigureKind OfFeaturizedRealImages = new(
        "samples.featurized.real_frechet_distance",
        "Fréchet distance of real images, ML.NET's featurizer",
        Unit.SquaredFeatures,
        "The same for real training images: the best to be expected."
    )
    {
        Paper = "Heusel et al. 2017",
        Basis = Basis.GeneratedImages,
        LowerIsBetter = true,
        Digits = 0,
    };

    /// <summary>Of generated images, in the eyes of ML.NET's featurizer.</summary>
    public static readonly FigureKind OfFeaturizedSamples = new(
        "samples.featurized.frechet_distance",
        "Fréchet distance, ML.NET's featurizer",
        Unit.SquaredFeatures,
        "How far generated photographs are from real ones to the network that ML.NET's featurizer runs, which ImageNet's labels taught."
    )
    {
        Paper = "Heusel et al. 2017",
        Basis = Basis.GeneratedImages,
        OfRealImages = OfFeaturizedRealImages,
        LowerIsBetter = true,
        Digits = 0,
        Shown = Shown.Console | Shown.ModelCard,
    };

    /// <summary>
    /// ‖m₁ − m₂‖² + tr(S₁ + S₂ − 2 (S₁^½ S₂ S₁^½)^½) between the means m and covariances S of two sets: 0 is the same, the unit
    /// is that of the features, squared. In O(N·width² + width³).
    /// </summary>
    /// <remarks>Comparable only for the same features and as many images: the fewer there are, the further apart they seem.</remarks>
    /// <param name="features">[N × width], at least two rows.</param>
    /// <param name="otherFeatures">[M × width], at least two rows.</param>
    /// <param name="width">Features of an image.</param>
    /// <exception cref="ArgumentException">There are not at least two whole rows on each side.</exception>
    public static double Measure(float[] features, float[] otherFeatures, int width)
    {
        var (mean, covariance) = Fit(features, width);
        var (otherMean, otherCovariance) = Fit(otherFeatures, width);
        var root = SquareRoot(covariance);
        // The trace of a root is the sum of the roots of the eigenvalues.
        var overlap = Eigen(root * otherCovariance * root).Values.Sum(Math.Sqrt);
        var distance = (mean - otherMean).L2Norm();
        // Rounding could leave it a little below 0.
        return Math.Max(0, distance * distance + covariance.Trace() + otherCovariance.Trace() - 2 * overlap);
    }

    private static (Vector<double> Mean, Matrix<double> Covariance) Fit(float[] features, int width)
    {
        if (features.Length < 2 * width || features.Length % width != 0)
        {
            throw new ArgumentException(
                $"Found {features.Length} features; expected rows of {width}, and at least two.",
                nameof(features)
            );
        }

        var count = features.Length / width;
        // Column by column is how MathNet stores matrices: an image is a column.
        var images = Matrix<double>.Build.Dense(width, count, Array.ConvertAll(features, value => (double)value));
        var mean = images.RowSums() / count;
        for (var image = 0; image < count; image++)
        {
            images.SetColumn(image, images.Column(image) - mean);
        }

        return (mean, images.TransposeAndMultiply(images) / (count - 1));
    }

    private static Matrix<double> SquareRoot(Matrix<double> matrix)
    {
        var (values, vectors) = Eigen(matrix);
        return vectors * Matrix<double>.Build.DiagonalOfDiagonalVector(values.PointwiseSqrt()) * vectors.Transpose();
    }

    /// <summary>Of a symmetric matrix without negative eigenvalues, save by rounding.</summary>
    private static (Vector<double> Values, Matrix<double> Vectors) Eigen(Matrix<double> matrix)
    {
        var eigen = matrix.Evd(Symmetricity.Symmetric);
        return (eigen.EigenValues.Map(value => Math.Max(0, value.Real)), eigen.EigenVectors);
    }
}
