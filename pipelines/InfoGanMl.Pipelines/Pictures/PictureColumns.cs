using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Pictures;

/// <summary>The columns of pictures that ML.NET's loader adds, with the columns of paths that they are loaded from.</summary>
/// <param name="Folder">The folder that relative paths start from; empty for the current one.</param>
/// <param name="PathOf">From the index of a column of pictures to its column of paths.</param>
internal sealed record PictureColumns(string? Folder, IReadOnlyDictionary<int, DataViewSchema.Column> PathOf)
{
    /// <summary>Finds them: the loader itself tells its columns to nobody.</summary>
    public static PictureColumns Find(ImageLoadingTransformer loader, IRowToRowMapper mapper) =>
        new(
            loader.ImageFolder,
            mapper
                .OutputSchema.Where(column => column.Index >= mapper.InputSchema.Count)
                .ToDictionary(column => column.Index, column => mapper.GetDependencies([column]).Single())
        );
}
