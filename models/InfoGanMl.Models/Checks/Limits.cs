namespace InfoGanMl.Models.Checks;

/// <summary>
/// The most that options and files may ask for: far above what an InfoGAN needs, and small enough that nothing derived from
/// them overflows, takes gigabytes or takes long, as files may come from strangers.
/// </summary>
internal static class Limits
{
    /// <summary>Pixels on a side of an image.</summary>
    public const int ImageSide = 1024;

    /// <summary>Noise variables, categories of a code, or codes of a kind.</summary>
    public const int LatentSize = 4096;

    /// <summary>Characters in the name of a code.</summary>
    public const int NameLength = 100;

    /// <summary>Layers of a network.</summary>
    public const int Layers = 200;

    /// <summary>Channels of an image within a network, or a side of it.</summary>
    public const int Channels = 1 << 16;

    /// <summary>Pixels of a kernel's side, of a stride or of padding.</summary>
    public const int Kernel = 1024;

    /// <summary>Values between two layers, for one row: 64 MiB.</summary>
    public const int Values = 1 << 24;

    /// <summary>Trainable parameters of an exported network, 128 MiB; the paper's largest have 20 million.</summary>
    public const int Parameters = 1 << 25;

    /// <summary>Values between all layers of an exported network, for one row: 256 MiB.</summary>
    public const int AllValues = 1 << 26;

    /// <summary>Multiply-adds of an exported network for one row, seconds of work; the paper's largest have 0.3 billion.</summary>
    public const long MultiplyAdds = 10_000_000_000;

    /// <summary>Bytes of an ONNX file: its parameters, and as much again as names and descriptions ever need.</summary>
    public const long OnnxBytes = 160L << 20;

    /// <summary>Bytes of a JSON file or a model card: those of the presets have 8 KiB.</summary>
    public const long TextBytes = 1L << 20;

    /// <summary>Bytes of a preview picture.</summary>
    public const long PictureBytes = 16L << 20;

    /// <summary>Bytes of a file of reference tensors: 64 of the largest images in gray.</summary>
    public const long TensorBytes = 256L << 20;

    /// <summary>Levels of nesting in JSON; a model folder's has six.</summary>
    public const int JsonDepth = 32;
}
