using InfoGanMl.Pipelines.Forwarding;
using Microsoft.ML;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>A row of ML.NET's loader.</summary>
/// <param name="loaded">ML.NET's row.</param>
/// <param name="input">The row that holds the path.</param>
/// <param name="pictures">The columns of pictures.</param>
internal sealed class CheckedPictureRow(DataViewRow loaded, DataViewRow input, PictureColumns pictures)
    : ForwardingRow(loaded)
{
    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        CheckedPicture.Getter(base.GetGetter<TValue>(column), column, input, pictures);
}
