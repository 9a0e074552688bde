using InfoGanMl.Pipelines.Errors;
using InfoGanMl.Preparation.Errors;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Decoding;

/// <summary>Decodes all pictures of a list on all cores, and hands the images on in the order of the list.</summary>
/// <param name="list">The pictures.</param>
/// <param name="options">Size, color and rule.</param>
/// <param name="pace">Receives every picture.</param>
internal sealed class DecodingPass(PictureList list, PreparationOptions options, DecodingProgress pace)
{
    private const int BlockLength = 512; // few enough to be small in memory, and enough that the cores seldom wait
    private readonly int _imageSize = 3 * options.Size * options.Size;
    private volatile bool _hasColor;

    /// <summary>Whether a picture had color, so far.</summary>
    public bool HasColor => _hasColor;

    /// <summary>Decodes them.</summary>
    /// <param name="accept">Receives every image, [RGB, size, size].</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <returns>The pictures that are broken, in the order of their paths.</returns>
    public IReadOnlyList<SkippedPicture> Run(Accept accept, CancellationToken cancellation)
    {
        var skipped = new List<SkippedPicture>();
        var (images, faults) = (new byte[BlockLength * _imageSize], new SkippedPicture?[BlockLength]);
        var workers = new ParallelOptions { MaxDegreeOfParallelism = CountWorkers(), CancellationToken = cancellation };
        foreach (var block in list.Pictures.Chunk(BlockLength))
        {
            Parallel.For(0, block.Length, workers, i => faults[i] = Decode(block[i], ImageAt(i)));
            for (var i = 0; i < block.Length; i++)
            {
                if (faults[i] is { } fault)
                {
                    skipped.Add(fault);
                }
                else
                {
                    accept(block[i], ImageAt(i));
                }
            }
        }

        return [.. skipped.OrderBy(picture => picture.Path, StringComparer.Ordinal)];

        Span<byte> ImageAt(int i) => images.AsSpan(i * _imageSize, _imageSize);
    }

    /// <summary>What receives the images.</summary>
    public delegate void Accept(SourcePicture picture, ReadOnlySpan<byte> planes);

    /// <summary>As many as there are cores, unless the largest pictures that are accepted would fill half of the memory.</summary>
    private static int CountWorkers()
    {
        var half = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;
        return (int)Math.Clamp(half / PictureDecoder.MostBytes, 1, Environment.ProcessorCount);
    }

    private SkippedPicture? Decode(SourcePicture picture, Span<byte> planes)
    {
        SkippedPicture? fault = null;
        try
        {
            PictureDecoder.Decode(Path.Combine(list.Root, picture.Path), options, planes);
            if (!_hasColor && Colors.Has(planes))
            {
                _hasColor = true;
            }
        }
        catch (InvalidPictureException broken)
        {
            fault = new(picture.Path, $"found {broken.Found}; expected {broken.Expected}");
        }

        pace.Count(fault is not null);
        return fault;
    }
}
