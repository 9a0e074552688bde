using System.IO.Compression;
using InfoGanMl.Preparation.Arrays.Values;

namespace InfoGanMl.Preparation.Arrays.Matlab;

/// <summary>Reads MAT-files of version 5 to 7, of MATLAB and SciPy: one variable after the other, packed or not.</summary>
/// <param name="path">Path of the file.</param>
/// <param name="file">The file from its start on.</param>
/// <param name="cancellation">Stops reading.</param>
internal sealed class MatFile(string path, Stream file, CancellationToken cancellation)
{
    private const int MostVariables = 1 << 16;
    private const int TagSize = 8;
    private readonly ArraySource _source = new(path);
    private readonly List<string> _names = [];
    private readonly List<NumericArray> _arrays = [];

    /// <summary>Reads the named arrays, and of all other variables the names alone.</summary>
    /// <exception cref="Errors.InvalidArrayFileException">The file is damaged or of another kind, or one is no array.</exception>
    public ArrayContents Read(IReadOnlyCollection<string> names)
    {
        var isBigEndian = MatHeader.Read(_source, file);
        while (file.Position < file.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_names.Count == MostVariables)
            {
                throw _source.Refuse($"more than {MostVariables} variables", "fewer");
            }

            ReadVariable(isBigEndian, names);
        }

        return new([.. _names.Where(name => name.Length > 0)], _arrays);
    }

    private void ReadVariable(bool isBigEndian, IReadOnlyCollection<string> names)
    {
        var start = file.Position;
        var tag = MatTag.Read(new(_source, file, file.Length - start, isBigEndian), $"the variable at byte {start}");
        if (tag.Type is not (MatTypes.Matrix or MatTypes.Compressed) || tag.Length > file.Length - start - TagSize)
        {
            throw _source.Refuse(
                $"{tag.Length} bytes of type {tag.Type} at byte {start} of {file.Length}",
                "a variable that ends within the file"
            );
        }

        using var section = new StreamSection(file, tag.Length);
        if (tag.Type == MatTypes.Compressed)
        {
            using var unpacked = new ZLibStream(section, CompressionMode.Decompress);
            ReadMatrix(Unpack(unpacked, tag.Length, isBigEndian, start), names);
            RequireEnd(section, start); // which is where the checksum was
        }
        else
        {
            ReadMatrix(new(_source, section, tag.Length, isBigEndian), names);
        }

        file.Position = start + TagSize + tag.Length;
    }

    private void RequireEnd(StreamSection section, long start)
    {
        if (section.IsOverdrawn)
        {
            throw _source.Refuse($"the end within the packed data at byte {start}", "their checksum");
        }
    }

    private ContentReader Unpack(Stream unpacked, long length, bool isBigEndian, long start)
    {
        var reader = new ContentReader(_source, unpacked, length * ContentReader.DeflateRatio, isBigEndian);
        var tag = MatTag.Read(reader, $"the variable packed at byte {start}");
        if (tag.Type != MatTypes.Matrix)
        {
            throw _source.Refuse($"packed data of type {tag.Type} at byte {start}", "a variable");
        }

        reader.Announce(tag.Length);
        return reader;
    }

    private void ReadMatrix(ContentReader reader, IReadOnlyCollection<string> names)
    {
        var variable = MatVariable.Read(reader, cancellation);
        _names.Add(variable.Name);

        // Of several with one name the first is enough to say so.
        if (names.Contains(variable.Name) && _arrays.All(array => array.Name != variable.Name))
        {
            reader.Source = _source with { Variable = variable.Name };
            _arrays.Add(variable.ReadValues(reader, cancellation));
        }
    }
}
