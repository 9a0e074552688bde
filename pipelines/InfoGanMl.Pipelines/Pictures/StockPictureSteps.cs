using System.Runtime.CompilerServices;
using InfoGanMl.Models.Images;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using static Microsoft.ML.Transforms.Image.ImagePixelExtractingEstimator;
using static Microsoft.ML.Transforms.Image.ImageResizingEstimator;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>
/// The stock steps of ML.NET that come nearest to a preparation, which are what a pipeline is saved as. They know no EXIF, filter
/// otherwise, put black behind everything, and cannot look at a picture's border.
/// </summary>
internal static class StockPictureSteps
{
    /// <summary>Name of the column of images that Q reads and G makes.</summary>
    public const string Images = "image";

    /// <summary>From a column of pictures to images.</summary>
    /// <param name="catalog">The transforms of an <see cref="MLContext"/>.</param>
    /// <param name="preparation">What they come near to.</param>
    /// <param name="format">Size of the images.</param>
    /// <param name="output">Column of images to make.</param>
    /// <param name="input">Column of <see cref="MLImage"/>; null for that of the same name.</param>
    public static IEnumerable<IEstimator<ITransformer>> Of(
        TransformsCatalog catalog,
        ImagePreparation preparation,
        ImageFormat format,
        string output,
        string? input = null
    )
    {
        var kind = preparation.Resize switch
        {
            ResizeRule.Crop => ResizingKind.IsoCrop,
            ResizeRule.Letterbox => ResizingKind.IsoPad,
            _ => ResizingKind.Fill,
        };
        IEstimator<ITransformer>[] gray = format.Channels == 1 ? [catalog.ConvertToGrayscale(output)] : [];
        return
        [
            catalog.ResizeImages(output, format.Width, format.Height, input, kind),
            .. gray,
            Extract(catalog, format, preparation.Invert == Inversion.True, output),
        ];
    }

    /// <summary>Takes the pixels out of a picture of the right size.</summary>
    public static ImagePixelExtractingEstimator Extract(
        TransformsCatalog catalog,
        ImageFormat format,
        bool invert,
        string column
    ) =>
        catalog.ExtractPixels(
            column,
            colorsToExtract: ColorsOf(format),
            interleavePixelColors: false,
            offsetImage: invert ? 255 : 0,
            scaleImage: invert ? -ImageFormat.PixelScale : ImageFormat.PixelScale
        );

    /// <summary>One channel of a gray picture is as good as another.</summary>
    public static ColorBits ColorsOf(ImageFormat format) => format.Channels == 1 ? ColorBits.Red : ColorBits.Rgb;

    /// <summary>Whether a chain is what <see cref="Of"/> makes, with or without the loading of files before it.</summary>
    public static bool Are(IEnumerable<ITransformer> steps) =>
        string.Concat(steps.Select(Letter)) is "LRGE" or "LRE" or "RGE" or "RE";

    /// <summary>Whether such steps invert: they tell it to nobody, so a black pixel is sent through the last.</summary>
    public static bool Invert(MLContext mlContext, IEnumerable<ITransformer> steps)
    {
        var column = OutputOf(steps);
        var schema = SchemaDefinition.Create(typeof(Pixel));
        schema[nameof(Pixel.Image)].ColumnName = column;
        using var black = MLImage.CreateFromPixels(1, 1, MLPixelFormat.Bgra32, [0, 0, 0, 255]);
        var rows = mlContext.Data.LoadFromEnumerable([new Pixel { Image = black }], schema);
        return steps.Last().Transform(rows).GetColumn<float[]>(column).Single()[0] > 0.5f;
    }

    /// <summary>Name of the column of images that they make.</summary>
    public static string OutputOf(IEnumerable<ITransformer> steps) =>
        ColumnPairsOf((OneToOneTransformerBase)steps.Last()).Single().Output;

    /// <summary>ML.NET's steps know their columns, and tell them to nobody else.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "ColumnPairs")]
    private static extern ref (string Output, string Input)[] ColumnPairsOf(OneToOneTransformerBase step);

    private static char Letter(ITransformer step) =>
        step switch
        {
            ImageLoadingTransformer => 'L',
            ImageResizingTransformer => 'R',
            ImageGrayscalingTransformer => 'G',
            ImagePixelExtractingTransformer => 'E',
            _ => '?',
        };

    private sealed class Pixel
    {
        [ImageType(1, 1)]
        public MLImage? Image { get; set; }
    }
}
