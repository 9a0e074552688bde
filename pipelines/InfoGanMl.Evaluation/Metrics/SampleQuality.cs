using System.Numerics.Tensors;
using InfoGanMl.Evaluation.Figures;

namespace InfoGanMl.Evaluation.Metrics;

/// <summary>Whether generated images look real, and whether they show all that is real, as two figures.</summary>
public static class SampleQuality
{
    /// <summary>Precision of real images.</summary>
    public static readonly FigureKind RealPrecision = new(
        "samples.real_precision",
        "Precision of real images",
        Unit.Share,
        "The same for real training images: the best to be expected."
    )
    {
        Paper = "Kynkäänniemi et al. 2019",
        Basis = Basis.Drawn,
    };

    /// <summary>Precision of generated images.</summary>
    public static readonly FigureKind Precision = new(
        "samples.precision",
        "Precision",
        Unit.Share,
        "Share of generated images that lie among the real ones, in the judge's features."
    )
    {
        Paper = "Kynkäänniemi et al. 2019",
        Basis = Basis.Drawn,
        OfRealImages = RealPrecision,
        Shown = Shown.Console | Shown.ModelCard | Shown.Runs,
    };

    /// <summary>Recall of real images.</summary>
    public static readonly FigureKind RealRecall = new(
        "samples.real_recall",
        "Recall of real images",
        Unit.Share,
        "The same for real training images: the best to be expected."
    )
    {
        Paper = "Kynkäänniemi et al. 2019",
        Basis = Basis.Drawn,
    };

    /// <summary>Recall of generated images.</summary>
    public static readonly FigureKind Recall = new(
        "samples.recall",
        "Recall",
        Unit.Share,
        "Share of real images that lie among the generated ones: low when G leaves something out."
    )
    {
        Paper = "Kynkäänniemi et al. 2019",
        Basis = Basis.Drawn,
        OfRealImages = RealRecall,
        Shown = Shown.Console | Shown.ModelCard | Shown.Runs,
    };

    /// <summary>
    /// Improved precision and recall (Kynkäänniemi et al. 2019, eq. 1 and 2): the share of generated images among the real
    /// ones, and of real images among the generated ones. An image is among others when it is as close to one of them as
    /// that one's k-th nearest neighbor. Holds one row of the distances at a time; in O((N + M)²·width).
    /// </summary>
    /// <param name="real">[N × width] features of real images, more rows than neighbors.</param>
    /// <param name="generated">[M × width] features of generated images, more rows than neighbors.</param>
    /// <param name="width">Features of an image.</param>
    /// <param name="neighbors">k; with more, both figures grow. The paper takes 3.</param>
    /// <exception cref="ArgumentException">A side has no more rows than neighbors, or one that is not whole.</exception>
    public static (double Precision, double Recall) PrecisionAndRecall(
        float[] real,
        float[] generated,
        int width,
        int neighbors = 3
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbors, 1);
        RequireRows(real, width, neighbors);
        RequireRows(generated, width, neighbors);
        return (ShareAmong(real, generated, width, neighbors), ShareAmong(generated, real, width, neighbors));
    }

    private static double ShareAmong(float[] others, float[] features, int width, int neighbors)
    {
        var radii = Radii(others, width, neighbors);
        var among = 0;
        for (var row = 0; row < features.Length / width; row++)
        {
            for (var other = 0; other < radii.Length; other++)
            {
                if (Distance(features, row, others, other, width) <= radii[other])
                {
                    among++;
                    break;
                }
            }
        }

        return among / (double)(features.Length / width);
    }

    /// <summary>From each row to its k-th nearest neighbor.</summary>
    private static float[] Radii(float[] features, int width, int neighbors)
    {
        var radii = new float[features.Length / width];
        var nearest = new float[neighbors]; // in order
        for (var row = 0; row < radii.Length; row++)
        {
            Array.Fill(nearest, float.PositiveInfinity);
            for (var other = 0; other < radii.Length; other++)
            {
                if (other != row)
                {
                    Insert(nearest, Distance(features, row, features, other, width));
                }
            }

            radii[row] = nearest[^1];
        }

        return radii;
    }

    /// <summary>Drops the largest of the values in order for a smaller one.</summary>
    private static void Insert(float[] ordered, float value)
    {
        for (var i = ordered.Length - 1; i >= 0 && value < ordered[i]; i--)
        {
            if (i + 1 < ordered.Length)
            {
                ordered[i + 1] = ordered[i];
            }

            ordered[i] = value;
        }
    }

    // Not by dot products, though they are faster: rounding would leave equal rows apart.
    private static float Distance(float[] a, int rowOfA, float[] b, int rowOfB, int width) =>
        TensorPrimitives.Distance<float>(a.AsSpan(rowOfA * width, width), b.AsSpan(rowOfB * width, width));

    private static void RequireRows(float[] features, int width, int neighbors)
    {
        if (features.Length <= neighbors * width || features.Length % width != 0)
        {
            throw new ArgumentException(
                $"Found {features.Length} features; expected rows of {width}, and more than {neighbors} of them."
            );
        }
    }
}
