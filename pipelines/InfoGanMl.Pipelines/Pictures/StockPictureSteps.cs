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
    private const string Images = PictureTransformer.Images;

    /// <summary>From a column of pictures to images.</summary>
    /// <param name="catalog">The transforms of an <see cref="MLContext"/>.</param>
    /// <param name="preparation">What they come near to.</param>
    /// <param name="format">Size of the images.</param>
    /// <param name="column">Column of <see cref="MLImage"/>.</param>
    public static IEnumerable<IEstimator<ITransformer>> Of(
        TransformsCatalog catalog,
        ImagePreparation preparation,
        ImageFormat format,
        string column
    )
    {
        var kind = preparation.Resize switch
        {
            ResizeRule.Crop => ResizingKind.IsoCrop,
            ResizeRule.Letterbox => ResizingKind.IsoPad,
            _ => ResizingKind.Fill,
        };
        IEstimator<ITransformer>[] gray = format.Channels == 1 ? [catalog.ConvertToGrayscale(Images)] : [];
        return
        [
            catalog.ResizeImages(Images, format.Width, format.Height, column, kind),
            .. gray,
            Extract(catalog, format, preparation.Invert == Inversion.True),
        ];
    }

    /// <summary>Takes the pixels out of a picture of the right size.</summary>
    public static ImagePixelExtractingEstimator Extract(TransformsCatalog catalog, ImageFormat format, bool invert) =>
        catalog.ExtractPixels(
            Images,
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
        using var black = MLImage.CreateFromPixels(1, 1, MLPixelFormat.Bgra32, [0, 0, 0, 255]);
        var rows = mlContext.Data.LoadFromEnumerable([new Pixel { Image = black }]);
        return steps.Last().Transform(rows).GetColumn<float[]>(Images).Single()[0] > 0.5f;
    }

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
        [ColumnName(Images), ImageType(1, 1)]
        public MLImage? Image { get; set; }
    }
}
