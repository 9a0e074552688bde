using InfoGanMl.Models;
using InfoGanMl.Models.Images;
using InfoGanMl.Pipelines.Pictures;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines;

/// <summary>One image as an ML.NET row; derive from it to add columns.</summary>
public class ImageRow
{
    /// <summary>[C, H, W] in [0, 1].</summary>
    [ColumnName(StockPictureSteps.Images)]
    public float[] Image { get; set; } = [];

    /// <summary>
    /// The columns of a row type. Attributes take constants only, so the size of the image, which depends on the model, is
    /// filled in here; pass it on to CreatePredictionEngine as well.
    /// </summary>
    /// <typeparam name="TRow">The row type.</typeparam>
    /// <param name="format">The model's size of images.</param>
    public static SchemaDefinition SchemaOf<TRow>(ImageFormat format)
        where TRow : ImageRow
    {
        var schema = SchemaDefinition.Create(typeof(TRow));
        schema[StockPictureSteps.Images].ColumnType = new VectorDataViewType(
            NumberDataViewType.Single,
            format.Channels,
            format.Height,
            format.Width
        );
        return schema;
    }
}

/// <summary>One image with its class.</summary>
public class LabeledImageRow : ImageRow
{
    /// <summary>The class.</summary>
    public int Label { get; set; }
}

/// <summary>Images as ML.NET data.</summary>
public static class ImageRowCatalog
{
    /// <summary>Reads rows of images, as column image, Vector&lt;Single, C, H, W&gt;; nothing is read before it is asked for.</summary>
    /// <param name="catalog">The data operations of an <see cref="MLContext"/>.</param>
    /// <param name="rows">The images and their other columns.</param>
    /// <param name="model">The model that they are for, which says their size.</param>
    public static IDataView LoadImages<TRow>(
        this DataOperationsCatalog catalog,
        IEnumerable<TRow> rows,
        ModelFolder model
    )
        where TRow : ImageRow => catalog.LoadFromEnumerable(rows, ImageRow.SchemaOf<TRow>(model.Image));
}
