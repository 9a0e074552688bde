namespace InfoGanMl.Preparation.Arrays.Matlab;

/// <summary>A part of a file, from where it stands on: what unpacks it must not read on into the next.</summary>
/// <param name="file">The file, which stays open.</param>
/// <param name="length">Bytes of the part.</param>
internal sealed class StreamSection(Stream file, long length) : Stream
{
    private long _remaining = length;

    /// <summary>Whether more was asked for than there is: packed data say themselves where they end.</summary>
    public bool IsOverdrawn { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = file.Read(buffer[..(int)Math.Min(buffer.Length, _remaining)]);
        _remaining -= read;
        IsOverdrawn |= read == 0 && buffer.Length > 0;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
