using System.Buffers.Binary;
using InfoGanMl.Models.Images;
using InfoGanMl.Pictures.Layers;

namespace InfoGanMl.Preparation.Output;

/// <summary>The layers of many pictures, on the disk until it is known what becomes of all of them; gone when it is disposed of.</summary>
internal sealed class LayerFile : IDisposable
{
    private const int HeadBytes = sizeof(int) + 1; // label and ground come before each layer
    private readonly FileStream _content;
    private readonly ImageFormat _format;
    private readonly byte[] _record;

    /// <summary>Begins it.</summary>
    /// <param name="path">Where.</param>
    /// <param name="format">Size of the images.</param>
    public LayerFile(string path, ImageFormat format)
    {
        (_format, _record) = (format, new byte[HeadBytes + Layer.BytesOf(format)]);
        _content = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
    }

    /// <summary>Layers so far.</summary>
    public int Count => (int)(_content.Length / _record.Length);

    /// <summary>Forgets all of them.</summary>
    public void Clear() => _content.SetLength(0);

    /// <summary>Appends a layer.</summary>
    public void Write(Layer layer, Ground ground, int label)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_record, label);
        _record[HeadBytes - 1] = (byte)ground;
        layer.Planes.CopyTo(_record.AsSpan(HeadBytes));
        _content.Write(_record);
    }

    /// <summary>Reads all from the first on.</summary>
    /// <param name="accept">Receives them.</param>
    /// <param name="cancellation">Stops between two layers.</param>
    public void ReadAll(Accept accept, CancellationToken cancellation)
    {
        var count = Count;
        _content.Position = 0;
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            _content.ReadExactly(_record);
            accept(
                new(_record.AsSpan(HeadBytes), new(_format.Width, _format.Height)),
                (Ground)_record[HeadBytes - 1],
                BinaryPrimitives.ReadInt32LittleEndian(_record)
            );
        }
    }

    /// <summary>What receives the layers.</summary>
    public delegate void Accept(Layer layer, Ground ground, int label);

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();
}
