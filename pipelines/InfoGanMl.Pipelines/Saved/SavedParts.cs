using System.Buffers.Binary;
using System.Text;
using InfoGanMl.Inference.UntrustedGraphs;
using InfoGanMl.Models;
using InfoGanMl.Pipelines.Errors;

namespace InfoGanMl.Pipelines.Saved;

/// <summary>Checks the parts of a saved pipeline before ML.NET sees them.</summary>
/// <remarks>
/// A part names the code that loads it, and the assembly of that code, which ML.NET loads, whatever it is. So only the steps
/// that InfoGanMl's pipelines are made of are let through, and ML.NET's trainers. What ML.NET makes of a part of the right
/// kind with wrong content is up to it: it fails, after it may have asked for as much memory as a number there says.
/// </remarks>
internal static class SavedParts
{
    private const int HeaderSize = 256; // as Microsoft.ML.Runtime.ModelHeader lays it out, with the offsets below
    private const int LoaderOffset = 0x50;
    private const int LoaderSize = 24;
    private const int AssemblyOffset = 0x90;
    private const int MostAssemblyBytes = 1000;

    /// <summary>Steps that only rearrange columns, or call what is checked here.</summary>
    private static readonly HashSet<string> Steps =
    [
        "TransformerChain",
        "ImageLoaderTransform",
        "ImageScalerTransform",
        "ImageGrayscaleTransform",
        "ImagePixelExtractor",
        "VectorToImageConverter",
        "ExprTransform",
        "OnnxTransform",
        "ConcatTransform",
        "CopyTransform",
        "Normalizer",
        "AffineNormExec",
        "TermTransform",
        "TermManager",
        "KeyToValueTransform",
        "SelectColumnsTransform",
        "MulticlassPredXfer",
        "BinaryPredXfer",
        "RegressionPredXfer",
        "ClusteringPredXfer",
        "AnomalyPredXfer",
        "RankingPredXfer",
    ];

    /// <summary>What turns scores of trainers into probabilities: curves of a few numbers.</summary>
    private static readonly HashSet<string> Calibrators =
    [
        "FeatWCaliPredExec",
        "CaliPredExec",
        "PlattCaliExec",
        "NaiveCaliExec",
        "PAVCaliExec",
        "PMixCaliPredExec",
        "PlattCalibratTransf",
        "NaiveCalibratTransf",
        "PavCalibratTransf",
    ];

    /// <summary>Assemblies of trainers, with all that they load.</summary>
    private static readonly HashSet<string> Trainers =
    [
        "Microsoft.ML.StandardTrainers",
        "Microsoft.ML.LightGbm",
        "Microsoft.ML.FastTree",
        "Microsoft.ML.KMeansClustering",
        "Microsoft.ML.PCA",
        "Microsoft.ML.Mkl.Components",
    ];

    private static readonly HashSet<string> StepAssemblies =
    [
        "Microsoft.ML.Data",
        "Microsoft.ML.ImageAnalytics",
        "Microsoft.ML.OnnxTransformer",
        "Microsoft.ML.Transforms",
    ];

    /// <summary>Checks all parts.</summary>
    /// <param name="file">What messages call the archive.</param>
    /// <param name="parts">Content by name.</param>
    /// <exception cref="InvalidPipelineFileException">A part is loaded by other code.</exception>
    /// <exception cref="InvalidModelFolderException">An ONNX graph is none of InfoGanMl's.</exception>
    public static void Check(string file, IReadOnlyDictionary<string, byte[]> parts)
    {
        foreach (var (name, content) in parts)
        {
            var part = $"{file}, part {name}";
            var kind = name.Split('/')[^1];
            if (kind.Equals("OnnxModel", StringComparison.OrdinalIgnoreCase))
            {
                CheckGraph(part, content);
                continue;
            }

            SavedVectors.Check(part, content);
            if (kind.Equals("Model.key", StringComparison.OrdinalIgnoreCase))
            {
                CheckLoader(part, content);
            }
        }
    }

    private static void CheckLoader(string part, ReadOnlySpan<byte> content)
    {
        if (content.Length < HeaderSize)
        {
            throw new InvalidPipelineFileException(part, $"{content.Length} bytes", $"a header of {HeaderSize}");
        }

        var loader = Encoding.Latin1.GetString(content.Slice(LoaderOffset, LoaderSize)).TrimEnd('\0');
        var assembly = ReadAssembly(content).Split(',')[0];
        if (
            !(
                Trainers.Contains(assembly)
                || StepAssemblies.Contains(assembly) && (Steps.Contains(loader) || Calibrators.Contains(loader))
            )
        )
        {
            throw new InvalidPipelineFileException(
                part,
                $"a step '{loader}' of '{assembly}'",
                "one that InfoGanMl's pipelines have, or a trainer of ML.NET"
            );
        }
    }

    private static string ReadAssembly(ReadOnlySpan<byte> content)
    {
        var start = BinaryPrimitives.ReadUInt64LittleEndian(content[AssemblyOffset..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(content[(AssemblyOffset + sizeof(ulong))..]);
        return start <= (ulong)content.Length && length <= Math.Min((ulong)content.Length - start, MostAssemblyBytes)
            ? Encoding.Unicode.GetString(content.Slice((int)start, (int)length))
            : "";
    }

    /// <summary>The length of the ONNX file comes before it.</summary>
    private static void CheckGraph(string part, ReadOnlySpan<byte> content)
    {
        if (
            content.Length < sizeof(int)
            || BinaryPrimitives.ReadInt32LittleEndian(content) != content.Length - sizeof(int)
        )
        {
            throw new InvalidPipelineFileException(
                part,
                $"{content.Length} bytes of another length",
                "a length, and as many bytes"
            );
        }

        GraphCheck.Check(part, content[sizeof(int)..]);
    }
}
