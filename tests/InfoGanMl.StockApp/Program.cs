// An application that has never heard of InfoGanMl: it scores images with a saved ML.NET model and prints, for each image,
// the predicted label and the scores. Arguments: MODEL.zip IMAGES, the latter little-endian float32 [N, C, H, W].
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;

var mlContext = new MLContext();
var model = mlContext.Model.Load(args[0], out var schema);
var imageType = (VectorDataViewType)schema["image"].Type;
var values = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(args[1])).ToArray();
var rows = values.Chunk(imageType.Size).Select(image => new Row { Image = image });

var definition = SchemaDefinition.Create(typeof(Row));
definition["image"].ColumnType = imageType;
var predictions = model.Transform(mlContext.Data.LoadFromEnumerable(rows, definition));
foreach (var row in mlContext.Data.CreateEnumerable<Prediction>(predictions, reuseRowObject: true))
{
    var scores = row.Score.Select(score => score.ToString("R", CultureInfo.InvariantCulture));
    Console.WriteLine($"{row.PredictedLabel} {string.Join(' ', scores)}");
}

(model as IDisposable)?.Dispose();

internal sealed class Row
{
    [ColumnName("image")]
    public float[] Image { get; set; } = [];
}

internal sealed class Prediction
{
    public int PredictedLabel { get; set; }

    public float[] Score { get; set; } = [];
}
