using InfoGanMl.Datasets;
using InfoGanMl.Pictures.Decoding;
using InfoGanMl.Pictures.Errors;
using InfoGanMl.Pictures.Layers;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Decoding;

/// <summary>Decodes all pictures of a list on all cores, and hands their layers on in the order of the list.</summary>
/// <param name="list">The pictures.</param>
/// <param name="images">Size of the images; how pictures fit in, and how far 16-bit values are stretched.</param>
/// <param name="pace">Receives every picture.</param>
internal sealed class DecodingPass(PictureList list, ModelImages images, DecodingProgress pace)
{
    private const int BlockLength = 512; // few enough to be small in memory, and enough that the cores seldom wait
    private readonly int _layerBytes = Layer.BytesOf(images.Image);

    /// <summary>Decodes them.</summary>
    /// <param name="accept">Receives every layer.</param>
    /// <param name="cancellation">Stops between two pictures.</param>
    /// <returns>The pictures that are broken, in the order of their paths.</returns>
    public IReadOnlyList<LeftOutPicture> Run(Accept accept, CancellationToken cancellation)
    {
        var skipped = new List<LeftOutPicture>();
        var (layers, decoded) = (new byte[BlockLength * _layerBytes], new DecodedPicture[BlockLength]);
        var faults = new LeftOutPicture?[BlockLength];
        var workers = new ParallelOptions { MaxDegreeOfParallelism = CountWorkers(), CancellationToken = cancellation };
        foreach (var block in list.Pictures.Chunk(BlockLength))
        {
            Parallel.For(0, block.Length, workers, i => faults[i] = TryDecode(block[i], LayerAt(i), out decoded[i]));
            for (var i = 0; i < block.Length; i++)
            {
                if (faults[i] is { } fault)
                {
                    skipped.Add(fault);
                }
                else
                {
                    accept(block[i], decoded[i], LayerAt(i));
                }
            }
        }

        return [.. skipped.OrderBy(picture => picture.Path, StringComparer.Ordinal)];

        Layer LayerAt(int i) =>
            new(layers.AsSpan(i * _layerBytes, _layerBytes), new(images.Image.Width, images.Image.Height));
    }

    /// <summary>What receives the layers.</summary>
    public delegate void Accept(SourcePicture picture, DecodedPicture decoded, Layer layer);

    /// <summary>As many as there are cores, unless the largest pictures that are accepted would fill half of the memory.</summary>
    private static int CountWorkers()
    {
        var half = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;
        return (int)Math.Clamp(half / PictureDecoder.MostBytes, 1, Environment.ProcessorCount);
    }

    private LeftOutPicture? TryDecode(SourcePicture picture, Layer layer, out DecodedPicture decoded)
    {
        LeftOutPicture? fault = null;
        decoded = default;
        try
        {
            decoded = list.Store.Draw(picture, images.Preparation, layer);
        }
        catch (InvalidPictureException broken)
        {
            fault = new(picture.Path, $"found {broken.Found}; expected {broken.Expected}");
        }

        pace.Count(fault is not null);
        return fault;
    }
}
