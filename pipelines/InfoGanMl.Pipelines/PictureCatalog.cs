using InfoGanMl.Models;
using InfoGanMl.Models.Images;
using InfoGanMl.Pictures.Errors;
using InfoGanMl.Pipelines.Errors;
using InfoGanMl.Pipelines.Pictures;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines;

/// <summary>
/// Pictures of any kind as the column that Q reads: image, Vector&lt;Single, C, H, W&gt; in [0, 1], of the model's size and
/// channels, made exactly as the model's training has made its own (<see cref="ImagePreparation"/>).
/// </summary>
/// <remarks>
/// What is saved are the nearest stock steps of ML.NET, which any ML.NET app loads; <c>LoadInfoGan</c> makes them exact again.
/// </remarks>
public static class PictureCatalog
{
    /// <summary>
    /// Loads picture files (PNG, JPEG, BMP, GIF or WebP), gray or in color, of up to 50 million pixels and 64 MiB, on all cores.
    /// </summary>
    /// <param name="catalog">The transforms of an <see cref="MLContext"/>.</param>
    /// <param name="model">The model that the pictures are for.</param>
    /// <param name="outputColumnName">Column of images to make; Q reads image.</param>
    /// <param name="inputColumnName">Column of paths.</param>
    /// <param name="folder">The folder that relative paths start from; empty for the current one.</param>
    /// <param name="invert">Whether every picture is dark on light where the model has learned light on dark, or the other way.</param>
    /// <param name="broken">What becomes of rows whose file is broken, or no picture. It is not saved.</param>
    /// <param name="leftOut">Told of each of these rows but the one that is thrown; null for nobody.</param>
    /// <exception cref="InvalidPictureException">When a row is read whose file is broken, unless these are let pass.</exception>
    public static EstimatorChain<ITransformer> LoadPictures(
        this TransformsCatalog catalog,
        ModelFolder model,
        string outputColumnName = StockPictureSteps.Images,
        string inputColumnName = nameof(PictureFile.Path),
        string folder = "",
        bool invert = false,
        BrokenPictures broken = BrokenPictures.Throw,
        IProgress<InvalidPictureException>? leftOut = null
    ) =>
        Read(
            model,
            invert,
            preparation =>
                [
                    catalog.LoadImages(outputColumnName, folder, inputColumnName),
                    .. StockPictureSteps.Of(catalog, preparation, model.Image, outputColumnName),
                ],
            broken,
            leftOut
        );

    /// <summary>
    /// Takes a column of <see cref="MLImage"/>, gray or in color, of any size. ML.NET forgets how a camera was turned when it
    /// decodes a picture.
    /// </summary>
    /// <param name="catalog">The transforms of an <see cref="MLContext"/>.</param>
    /// <param name="model">The model that the pictures are for.</param>
    /// <param name="outputColumnName">Column of images to make; Q reads image.</param>
    /// <param name="inputColumnName">Column of pictures; null for that of the same name.</param>
    /// <param name="invert">Whether every picture is dark on light where the model has learned light on dark, or the other way.</param>
    public static EstimatorChain<ITransformer> ExtractPicture(
        this TransformsCatalog catalog,
        ModelFolder model,
        string outputColumnName = StockPictureSteps.Images,
        string? inputColumnName = null,
        bool invert = false
    ) =>
        Read(
            model,
            invert,
            preparation => StockPictureSteps.Of(catalog, preparation, model.Image, outputColumnName, inputColumnName)
        );

    /// <summary>Takes a column of pixels as bytes, Vector&lt;Byte, C·H·W&gt; channel by channel, of the model's size.</summary>
    /// <param name="catalog">The transforms of an <see cref="MLContext"/>.</param>
    /// <param name="model">The model that the pictures are for.</param>
    /// <param name="outputColumnName">Column of images to make; Q reads image.</param>
    /// <param name="inputColumnName">Column of pixels from 0 to 255; null for that of the same name.</param>
    /// <param name="invert">Whether dark is drawn on light, where the model has learned light on dark, as MNIST's digits are.</param>
    public static EstimatorChain<ITransformer> ScalePixelBytes(
        this TransformsCatalog catalog,
        ModelFolder model,
        string outputColumnName = StockPictureSteps.Images,
        string? inputColumnName = null,
        bool invert = false
    )
    {
        var format = model.Image;
        return new EstimatorChain<ITransformer>()
            .Append(
                catalog.ConvertToImage(
                    format.Height,
                    format.Width,
                    outputColumnName,
                    inputColumnName,
                    StockPictureSteps.ColorsOf(format),
                    interleavedColors: false
                )
            )
            .Append<ITransformer>(StockPictureSteps.Extract(catalog, format, invert, outputColumnName));
    }

    /// <summary>Makes pictures of generated images: <see cref="MLImage"/>, to be shown or saved.</summary>
    /// <param name="catalog">The transforms of an <see cref="MLContext"/>.</param>
    /// <param name="model">The model that the images are of.</param>
    /// <param name="outputColumnName">Column of pictures to make.</param>
    /// <param name="inputColumnName">Column of images, as G makes it.</param>
    public static EstimatorChain<ITransformer> ConvertToPicture(
        this TransformsCatalog catalog,
        ModelFolder model,
        string outputColumnName,
        string inputColumnName = StockPictureSteps.Images
    )
    {
        var format = model.Image;
        // A picture has colors: gray ones get the same red, green and blue.
        var planes = Enumerable.Repeat(outputColumnName, format.Channels == 1 ? 3 : 1).ToArray();
        return new EstimatorChain<ITransformer>()
            // Rounded here: ML.NET cuts fractions off, and when it scales itself, it makes pictures transparent.
            .Append(catalog.Expression(outputColumnName, "x => x * 255 + 0.5", inputColumnName))
            .Append(catalog.Concatenate(outputColumnName, planes))
            .Append<ITransformer>(
                catalog.ConvertToImage(format.Height, format.Width, outputColumnName, interleavedColors: false)
            );
    }

    private static EstimatorChain<ITransformer> Read(
        ModelFolder model,
        bool invert,
        Func<ImagePreparation, IEnumerable<IEstimator<ITransformer>>> stockSteps,
        BrokenPictures broken = BrokenPictures.Throw,
        IProgress<InvalidPictureException>? leftOut = null
    )
    {
        var recorded = model.Manifest.Preparation;
        var preparation = invert ? recorded with { Invert = Inversion.True } : recorded;
        var stock = stockSteps(preparation)
            .Aggregate(new EstimatorChain<ITransformer>(), (chain, step) => chain.Append(step));
        return new EstimatorChain<ITransformer>().Append<ITransformer>(
            new PictureEstimator(stock, new(preparation, model.Image), broken, leftOut)
        );
    }
}
