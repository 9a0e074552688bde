using System.Buffers.Binary;
using System.IO.Compression;

namespace InfoGanMl.Datasets.Idx;

/// <summary>An open IDX file, unpacked on the way, that turns every fault into an <see cref="InvalidIdxException"/>.</summary>
internal sealed class IdxStream : IAsyncDisposable
{
    private const int DeflateRatio = 1032; // the most that deflate can shrink data
    private const long MostUnpacked = 1L << 30; // twice EMNIST's largest; plain files are as long as they say, and may be longer
    private readonly string _path;
    private readonly Stream _content;
    private readonly long _capacity;
    private long _offset;

    private IdxStream(string path, Stream file, bool gzipped)
    {
        _path = path;
        _content = gzipped ? new GZipStream(file, CompressionMode.Decompress) : file;
        _capacity = gzipped ? Math.Min(file.Length * DeflateRatio, MostUnpacked) : file.Length;
    }

    public static IdxStream Open(string path)
    {
        try
        {
            // Pipes and devices have no length either, and would block whoever opens them.
            Stream file = new FileInfo(path) is { Exists: true, Length: 0 } ? new MemoryStream() : File.OpenRead(path);
            var gzipped = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
            file.Position = 0;
            return new(path, file, gzipped);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidIdxException(path, 0, failure.Message, "a readable file", failure);
        }
    }

    /// <summary>Bytes that were read so far.</summary>
    public long Offset => _offset;

    /// <summary>Reads how every IDX file begins: what its values are, and how many dimensions they have.</summary>
    public async Task<(IdxType Type, int Dimensions)> ReadMagicAsync(CancellationToken cancellation)
    {
        var magic = await ReadAsync(sizeof(int), cancellation);
        if (magic is not [0, 0, _, _])
        {
            throw Refuse(0, FileKinds.Name(magic), "an IDX file, which begins with two zeros, plain or gzipped");
        }

        var type = (IdxType)magic[2];
        return Enum.IsDefined(type)
            ? (type, magic[3])
            : throw Refuse(
                2,
                $"values of type 0x{magic[2]:X2}",
                string.Join(", ", Enum.GetValues<IdxType>().Select(known => $"0x{(int)known:X2} ({known})"))
            );
    }

    /// <summary>Reads a 32-bit number and checks its range.</summary>
    public async Task<int> ReadNumberAsync(string what, int least, int most, CancellationToken cancellation)
    {
        var start = _offset;
        var number = await ReadNumberAsync(cancellation);
        return number >= least && number <= most
            ? number
            : throw new InvalidIdxException(_path, start, $"{what} {number}", $"{least} to {most}");
    }

    /// <summary>Reads a 32-bit number that may have these values alone.</summary>
    public async Task<int> ReadOneOfAsync(string what, int[] allowed, CancellationToken cancellation)
    {
        var start = _offset;
        var number = await ReadNumberAsync(cancellation);
        return allowed.Contains(number)
            ? number
            : throw new InvalidIdxException(_path, start, $"{what} {number}", string.Join(" or ", allowed));
    }

    /// <summary>Reads all that follows, which must be exactly this many bytes.</summary>
    public async Task<byte[]> ReadRestAsync(long length, CancellationToken cancellation)
    {
        // A header may promise anything: allocate no more than the file can hold.
        if (length > Math.Min(_capacity - _offset, Array.MaxLength))
        {
            throw new InvalidIdxException(
                _path,
                _offset,
                $"room for at most {_capacity - _offset} bytes"
                    + (_capacity == MostUnpacked ? " (larger files have to be unpacked first)" : ""),
                $"the {length} that the header announces"
            );
        }

        var bytes = await ReadAsync((int)length, cancellation);
        var end = _offset;
        return await FillAsync(new byte[1], cancellation) == 0
            ? bytes
            : throw new InvalidIdxException(_path, end, "more bytes", "the end of the file");
    }

    /// <summary>The exception for something that is wrong with the file.</summary>
    public InvalidIdxException Refuse(long offset, string found, string expected) =>
        new(_path, offset, found, expected);

    public ValueTask DisposeAsync() => _content.DisposeAsync();

    private async Task<int> ReadNumberAsync(CancellationToken cancellation) =>
        BinaryPrimitives.ReadInt32BigEndian(await ReadAsync(sizeof(int), cancellation));

    private async Task<byte[]> ReadAsync(int length, CancellationToken cancellation)
    {
        var start = _offset;
        var bytes = new byte[length];
        var read = await FillAsync(bytes, cancellation);
        return read == length
            ? bytes
            : throw new InvalidIdxException(_path, _offset, "the end of the file", $"{length} bytes from byte {start}");
    }

    private async Task<int> FillAsync(byte[] bytes, CancellationToken cancellation)
    {
        try
        {
            var read = await _content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
            _offset += read;
            return read;
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException)
        {
            throw new InvalidIdxException(_path, _offset, $"damaged data ({damage.Message})", "valid gzip", damage);
        }
    }
}
