namespace InfoGanMl.Models.Folder;

/// <summary>Reads a <c>model.json</c> that a stranger may have written.</summary>
internal static class ManifestFile
{
    /// <summary>Reads it and checks all that can be checked without the other files.</summary>
    /// <exception cref="InvalidModelFolderException">It is missing, damaged, of another format, or contradicts itself.</exception>
    public static ModelManifest Read(string path)
    {
        var manifest = StrictJson.Read<ModelManifest>(
            path,
            "a readable manifest",
            Refuse,
            json => StrictJson.CheckFormatVersion(json, ModelManifest.CurrentFormatVersion, Refuse)
        );
        try
        {
            manifest.Options.Validated();
        }
        catch (InvalidOptionsException mistakes)
        {
            throw new InvalidModelFolderException(path, mistakes.Message, "a readable manifest", mistakes);
        }

        CheckTensors(path, manifest);
        return manifest;

        InvalidModelFolderException Refuse(string found, string expected, Exception? inner) =>
            new(path, found, expected, inner);
    }

    /// <summary>Readers take names and sizes from either place.</summary>
    private static void CheckTensors(string path, ModelManifest manifest)
    {
        var (generator, recognizer) = ModelManifest.TensorsOf(manifest.Options);
        var expected = $"{Describe(generator)}, {Describe(recognizer)}";
        var found = $"{Describe(manifest.Generator)}, {Describe(manifest.Recognizer)}";
        if (found != expected)
        {
            throw new InvalidModelFolderException(path, $"tensors {found}", $"{expected}, as its options say");
        }
    }

    private static string Describe(GraphTensors graph) => $"{Describe(graph.Inputs)} to {Describe(graph.Outputs)}";

    private static string Describe(IEnumerable<TensorShape> tensors) =>
        string.Join(' ', tensors.Select(tensor => $"{tensor.Name}[{string.Join(',', tensor.Shape)}]"));
}
