using InfoGanMl.Models;
using InfoGanMl.Models.Images;
using InfoGanMl.Pipelines.Errors;
using InfoGanMl.Pipelines.Pictures;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

namespace InfoGanMl.Pipelines;

/// <summary>
/// Pictures of any kind as the column that Q reads: image, Vector&lt;Single, C, H, W&gt; in [0, 1], of the model's size and
/// channels. Everything here is stock ML.NET and is saved with the pipeline.
/// </summary>
public static class PictureCatalog
{
    private const string Pixels = "image"; // as in ImageRow

    /// <summary>
    /// Loads picture files (PNG, JPEG, BMP, GIF or WebP), gray or in color, of up to 50 million pixels and 64 MiB. A file that
    /// is none is refused with an <see cref="InvalidPictureException"/> when its row is read.
    /// </summary>
    /// <param name="catalog">The transforms of an <see cref="MLContext"/>.</param>
    /// <param name="model">The model that the pictures are for.</param>
    /// <param name="pathColumn">Column of paths.</param>
    /// <param name="folder">The folder that relative paths start from; empty for the current one.</param>
    /// <param name="invert">Whether dark is drawn on light, where the model has learned light on dark, as MNIST's digits are.</param>
    public static EstimatorChain<ITransformer> LoadPictures(
        this TransformsCatalog catalog,
        ModelFolder model,
        string pathColumn = nameof(PictureFile.Path),
        string folder = "",
        bool invert = false
    ) =>
        new EstimatorChain<ITransformer>()
            .Append(new CheckedPictureEstimator(catalog.LoadImages(Pixels, folder, pathColumn)))
            .Append<ITransformer>(catalog.ExtractPicture(model, Pixels, invert));

    /// <summary>Takes a column of <see cref="MLImage"/>, gray or in color, of any size.</summary>
    /// <param name="catalog">The transforms of an <see cref="MLContext"/>.</param>
    /// <param name="model">The model that the pictures are for.</param>
    /// <param name="pictureColumn">Column of pictures.</param>
    /// <param name="invert">Whether dark is drawn on light, where the model has learned light on dark, as MNIST's digits are.</param>
    public static EstimatorChain<ITransformer> ExtractPicture(
        this TransformsCatalog catalog,
        ModelFolder model,
        string pictureColumn,
        bool invert = false
    )
    {
        var format = model.Image;
        const ImageResizingEstimator.ResizingKind Whole = ImageResizingEstimator.ResizingKind.IsoPad;
        IEnumerable<IEstimator<ITransformer>> steps =
        [
            catalog.ResizeImages(Pixels, format.Width, format.Height, pictureColumn, Whole),
            .. format.Channels == 1 ? [catalog.ConvertToGrayscale(Pixels)] : Array.Empty<IEstimator<ITransformer>>(),
            Extract(catalog, format, invert),
        ];
        return steps.Aggregate(new EstimatorChain<ITransformer>(), (chain, step) => chain.Append(step));
    }

    /// <summary>Takes a column of pixels as bytes, Vector&lt;Byte, C·H·W&gt; channel by channel, of the model's size.</summary>
    /// <param name="catalog">The transforms of an <see cref="MLContext"/>.</param>
    /// <param name="model">The model that the pictures are for.</param>
    /// <param name="bytesColumn">Column of pixels from 0 to 255.</param>
    /// <param name="invert">Whether dark is drawn on light, where the model has learned light on dark, as MNIST's digits are.</param>
    public static EstimatorChain<ITransformer> ScalePixelBytes(
        this TransformsCatalog catalog,
        ModelFolder model,
        string bytesColumn,
        bool invert = false
    )
    {
        var format = model.Image;
        return new EstimatorChain<ITransformer>()
            .Append(
                catalog.ConvertToImage(
                    format.Height,
                    format.Width,
                    Pixels,
                    bytesColumn,
                    ColorsOf(format),
                    interleavedColors: false
                )
            )
            .Append<ITransformer>(Extract(catalog, format, invert));
    }

    /// <summary>Makes pictures of generated images: <see cref="MLImage"/>, to be shown or saved.</summary>
    /// <param name="catalog">The transforms of an <see cref="MLContext"/>.</param>
    /// <param name="model">The model whose G makes column image.</param>
    /// <param name="pictureColumn">Column of pictures to make.</param>
    public static EstimatorChain<ITransformer> ConvertToPicture(
        this TransformsCatalog catalog,
        ModelFolder model,
        string pictureColumn
    )
    {
        var format = model.Image;
        // A picture has colors: gray ones get the same red, green and blue.
        var planes = Enumerable.Repeat(pictureColumn, format.Channels == 1 ? 3 : 1).ToArray();
        return new EstimatorChain<ITransformer>()
            // Rounded here: ML.NET cuts fractions off, and when it scales itself, it makes pictures transparent.
            .Append(catalog.Expression(pictureColumn, "x => x * 255 + 0.5", Pixels))
            .Append(catalog.Concatenate(pictureColumn, planes))
            .Append<ITransformer>(
                catalog.ConvertToImage(format.Height, format.Width, pictureColumn, interleavedColors: false)
            );
    }

    private static ImagePixelExtractingEstimator Extract(TransformsCatalog catalog, ImageFormat format, bool invert) =>
        catalog.ExtractPixels(
            Pixels,
            colorsToExtract: ColorsOf(format),
            interleavePixelColors: false,
            offsetImage: invert ? 255 : 0,
            scaleImage: invert ? -ImageFormat.PixelScale : ImageFormat.PixelScale
        );

    /// <summary>One channel of a gray picture is as good as another.</summary>
    private static ImagePixelExtractingEstimator.ColorBits ColorsOf(ImageFormat format) =>
        format.Channels == 1
            ? ImagePixelExtractingEstimator.ColorBits.Red
            : ImagePixelExtractingEstimator.ColorBits.Rgb;
}
