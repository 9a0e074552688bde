using System.Security.Cryptography;
using System.Text;
using InfoGanMl.Models.Checks;
using InfoGanMl.Models.Files;
using InfoGanMl.Models.Images;
using InfoGanMl.Models.Latents;

namespace InfoGanMl.Models;

/// <summary>A trained model on disk: the contract between training and everything that uses a model.</summary>
public sealed class ModelFolder
{
    private const string ManifestName = "model.json";
    private const string GeneratorFile = "generator.onnx";
    private const string RecognizerFile = "recognizer.onnx";
    private const string CardFile = "README.md";
    private const string PreviewFile = "preview.png";
    private static readonly (string Name, long MostBytes)[] HashedFiles =
    [
        (GeneratorFile, Limits.OnnxBytes),
        (RecognizerFile, Limits.OnnxBytes),
        (CardFile, Limits.TextBytes),
        (PreviewFile, Limits.PictureBytes),
    ];

    private ModelFolder(string path, ModelManifest manifest)
    {
        FolderPath = path;
        Manifest = manifest;
    }

    /// <summary>Full path of the folder.</summary>
    public string FolderPath { get; }

    /// <summary>Contents of model.json.</summary>
    public ModelManifest Manifest { get; }

    /// <summary>Noise and codes.</summary>
    public LatentSpace Latent => Manifest.Latent;

    /// <summary>Size of the images.</summary>
    public ImageFormat Image => Manifest.Image;

    /// <summary>Path of G's ONNX file.</summary>
    public string GeneratorPath => Path.Combine(FolderPath, GeneratorFile);

    /// <summary>Path of Q's ONNX file.</summary>
    public string RecognizerPath => Path.Combine(FolderPath, RecognizerFile);

    /// <summary>Path of the preview: a PNG with a row of samples per category, or per continuous code where there is no category.</summary>
    public string PreviewPath => Path.Combine(FolderPath, PreviewFile);

    /// <summary>Whether there is one, even if the process ended while it was being scored.</summary>
    public static bool Exists(string path) => AtomicFolder.Exists(FullPath(path));

    /// <summary>Opens a folder, which may be a stranger's, and checks its format and the hash of every file.</summary>
    /// <exception cref="InvalidModelFolderException">Something is missing, damaged, too large, a link, or of another format.</exception>
    public static ModelFolder Open(string path)
    {
        var folder = FullPath(path);
        AtomicFolder.Recover(folder); // WithScores may have been interrupted
        if (!Directory.Exists(folder))
        {
            throw new InvalidModelFolderException(folder, "no such folder", $"a model folder with {ManifestName}");
        }

        var manifestPath = Path.Combine(folder, ManifestName);
        CheckIsOwn(manifestPath);
        var manifest = ManifestFile.Read(manifestPath);
        foreach (var (name, mostBytes) in HashedFiles)
        {
            CheckHash(Path.Combine(folder, name), mostBytes, manifest.Files.GetValueOrDefault(name));
        }

        return new(folder, manifest);
    }

    /// <summary>Writes a new folder under a temporary name and moves it into place, so that it is whole or absent.</summary>
    /// <param name="path">Where the folder will be; must not exist yet.</param>
    /// <param name="manifest">Its model.json; the hashes are filled in here.</param>
    /// <param name="generator">Bytes of G's ONNX file.</param>
    /// <param name="recognizer">Bytes of Q's ONNX file.</param>
    /// <param name="preview">Bytes of the preview PNG, a row of samples per category.</param>
    public static ModelFolder Create(
        string path,
        ModelManifest manifest,
        byte[] generator,
        byte[] recognizer,
        byte[] preview
    )
    {
        var folder = FullPath(path);
        var (complete, files) = Complete(manifest, generator, recognizer, preview);
        AtomicFolder.Create(folder, partial => WriteFiles(partial, files));
        return new(folder, complete);
    }

    /// <summary>Replaces this folder by one whose manifest and model card state the given scores.</summary>
    public ModelFolder WithScores(Scores scores)
    {
        var next = FolderPath + ".scored";
        AtomicFolder.DeleteLeftover(next);
        var scored = Create(
            next,
            Manifest with
            {
                Scores = scores,
            },
            File.ReadAllBytes(GeneratorPath),
            File.ReadAllBytes(RecognizerPath),
            File.ReadAllBytes(PreviewPath)
        );
        AtomicFolder.Replace(next, FolderPath);
        return new(FolderPath, scored.Manifest);
    }

    /// <summary>The manifest with the hash of every other file, and all files.</summary>
    private static (ModelManifest Manifest, Dictionary<string, byte[]> Files) Complete(
        ModelManifest manifest,
        byte[] generator,
        byte[] recognizer,
        byte[] preview
    )
    {
        var files = new Dictionary<string, byte[]>
        {
            [GeneratorFile] = generator,
            [RecognizerFile] = recognizer,
            [CardFile] = Encoding.UTF8.GetBytes(ModelCard.Render(manifest)),
            [PreviewFile] = preview,
        };
        var complete = manifest with { Files = files.ToDictionary(file => file.Key, file => Hash(file.Value)) };
        files[ManifestName] = ManifestFile.ToBytes(complete);
        return (complete, files);
    }

    private static void WriteFiles(string folder, Dictionary<string, byte[]> files)
    {
        foreach (var (name, bytes) in files)
        {
            AtomicFile.Write(Path.Combine(folder, name), bytes);
        }
    }

    private static void CheckHash(string path, long mostBytes, string? expected)
    {
        CheckIsOwn(path);
        var file = BoundedFile.ReadAllBytes(path, mostBytes, Refuse(path));
        var found = Hash(file);
        if (found != expected)
        {
            throw new InvalidModelFolderException(path, $"SHA-256 {found}", expected ?? $"its hash in {ManifestName}");
        }
    }

    /// <summary>A link could name any file of the machine, whose content would then show in messages or leave with a copy.</summary>
    private static void CheckIsOwn(string path)
    {
        if (new FileInfo(path).LinkTarget is { } target)
        {
            throw new InvalidModelFolderException(path, $"a link to {target}", "a file of the folder's own");
        }
    }

    private static Func<string, string, Exception?, Exception> Refuse(string path) =>
        (found, expected, inner) => new InvalidModelFolderException(path, found, expected, inner);

    /// <summary>Without a trailing separator, as names are made by appending to it.</summary>
    private static string FullPath(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
