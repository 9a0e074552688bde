using System.Text.Json.Serialization;

namespace InfoGanMl.Models.Files;

/// <summary>Enumerations by their names alone: a number could be of no name.</summary>
internal sealed class NameConverter<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
