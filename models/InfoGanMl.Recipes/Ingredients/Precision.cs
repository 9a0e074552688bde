using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using InfoGanMl.Models.Files;

namespace InfoGanMl.Recipes.Ingredients;

/// <summary>In which numbers convolutions and products are computed while networks learn. All else, and every model, is float32.</summary>
[JsonConverter(typeof(NameConverter<Precision>))]
[SuppressMessage("Naming", "CA1720", Justification = "The names of the formats, as everyone knows them.")]
public enum Precision
{
    /// <summary>32 bits, 24 of them for the digits.</summary>
    Float32,

    /// <summary>
    /// 16 bits, 8 of them for the digits, in the layers that gain from it (Kalamkar et al. 2019, "A Study of BFLOAT16 for Deep
    /// Learning Training"), for processors that compute in it.
    /// </summary>
    BFloat16,

    /// <summary>The faster one of this machine's; a run records which that was.</summary>
    Auto,
}
