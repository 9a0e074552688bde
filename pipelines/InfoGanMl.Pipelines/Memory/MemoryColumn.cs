using Microsoft.ML;
using Microsoft.ML.Data;

namespace InfoGanMl.Pipelines.Memory;

/// <summary>A column of a <see cref="MemoryDataView"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in ML.NET.</param>
/// <param name="Annotations">What ML.NET says about it, such as the values that keys stand for; null for nothing.</param>
internal abstract record MemoryColumn(string Name, DataViewType Type, DataViewSchema.Annotations? Annotations)
{
    /// <summary>A column of vectors.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type: vectors of Single, of a known size.</param>
    /// <param name="valuesAt">From the index of a row to its values.</param>
    public static MemoryColumn OfVectors(string name, VectorDataViewType type, Func<int, float[]> valuesAt) =>
        new MemoryColumn<VBuffer<float>>(name, type, row => new(type.Size, valuesAt(row)));

    /// <summary>A <see cref="ValueGetter{TValue}"/> of the column's type.</summary>
    /// <param name="position">Tells the index of the current row.</param>
    public abstract Delegate CreateGetter(Func<int> position);
}

/// <summary>A column of values of one type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type in ML.NET.</param>
/// <param name="ValueAt">From the index of a row to its value.</param>
/// <param name="Annotations">What ML.NET says about it, such as the values that keys stand for; null for nothing.</param>
internal sealed record MemoryColumn<T>(
    string Name,
    DataViewType Type,
    Func<int, T> ValueAt,
    DataViewSchema.Annotations? Annotations = null
) : MemoryColumn(Name, Type, Annotations)
{
    public override Delegate CreateGetter(Func<int> position) =>
        (ValueGetter<T>)((ref T value) => value = ValueAt(position()));
}
