using System.Globalization;
using System.Text.RegularExpressions;
using InfoGanMl.Preparation.Arrays.Values;

namespace InfoGanMl.Preparation.Arrays.NumPy;

/// <summary>What a .npy file says of its array, as a dictionary in Python's notation with three keys and nothing else.</summary>
internal sealed partial class NpyHeader
{
    private const int MostAxes = 64; // NumPy's limit
    private readonly ArraySource _source;
    private readonly Queue<string> _tokens = [];
    private string? _type;
    private bool? _isColumnMajor;
    private List<int>? _sizes;

    private NpyHeader(ArraySource source, string text)
    {
        _source = source;
        var end = 0;
        foreach (var match in TokenPattern().EnumerateMatches(text))
        {
            end = match.Index + match.Length;
            _tokens.Enqueue(text.AsSpan(match.Index, match.Length).TrimStart().ToString());
        }

        if (text.AsSpan(end).Trim() is { Length: > 0 } rest)
        {
            throw Refuse($"'{rest[0]}' at character {text.Length - rest.Length}");
        }
    }

    /// <summary>The type of the values, such as '&lt;f4'.</summary>
    public string Type => _type ?? throw Refuse("no 'descr'");

    /// <summary>Whether the first index is the one that changes fastest.</summary>
    public bool IsColumnMajor => _isColumnMajor ?? throw Refuse("no 'fortran_order'");

    /// <summary>Length of each axis; none for a single value.</summary>
    public IReadOnlyList<int> Sizes => _sizes ?? throw Refuse("no 'shape'");

    /// <summary>Parses it.</summary>
    /// <exception cref="Errors.InvalidArrayFileException">It is not as NumPy writes it.</exception>
    public static NpyHeader Parse(ArraySource source, string text)
    {
        var header = new NpyHeader(source, text);
        header.Take("{");
        while (!header.TryTake("}"))
        {
            header.ReadKey();
            if (!header.TryTake(","))
            {
                header.Take("}");
                break;
            }
        }

        return header._tokens.Count == 0 ? header : throw header.Refuse(header._tokens.Peek());
    }

    private void ReadKey()
    {
        var key = Take();
        Take(":");
        switch (key.Trim('\'', '"'))
        {
            case "descr" when _type is null:
                _type = ReadType();
                break;
            case "fortran_order" when _isColumnMajor is null:
                _isColumnMajor = TryTake("True") || (TryTake("False") ? false : throw Refuse(Take()));
                break;
            case "shape" when _sizes is null:
                _sizes = ReadSizes();
                break;
            default:
                throw Refuse($"the key {key}");
        }
    }

    private string ReadType() =>
        Take() switch
        {
            ['\'' or '"', .., '\'' or '"'] text => text[1..^1],
            "[" or "(" => throw _source.Refuse(
                "records of several fields",
                "numbers",
                "Save each field as an array of its own."
            ),
            var other => throw Refuse(other),
        };

    private List<int> ReadSizes()
    {
        var sizes = new List<int>();
        Take("(");
        while (!TryTake(")"))
        {
            var size = Take();
            if (
                sizes.Count == MostAxes
                || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            )
            {
                throw Refuse(sizes.Count == MostAxes ? $"more than {MostAxes} sizes" : $"the size {size}");
            }

            sizes.Add(number);
            if (!TryTake(",") && (sizes.Count == 1 || _tokens.FirstOrDefault() != ")"))
            {
                throw Refuse($"the sizes ({string.Join(", ", sizes)})"); // in Python (3) is a number
            }
        }

        return sizes;
    }

    private bool TryTake(string token) => _tokens.TryPeek(out var next) && next == token && _tokens.TryDequeue(out _);

    private string Take() => _tokens.TryDequeue(out var token) ? token : throw Refuse("its end");

    private void Take(string expected)
    {
        if (Take() is var token && token != expected)
        {
            throw Refuse($"{token} for {expected}");
        }
    }

    private Errors.InvalidArrayFileException Refuse(string found) =>
        _source.Refuse(
            $"{found} in the header",
            "{'descr': a type, 'fortran_order': True or False, 'shape': sizes}, as NumPy writes"
        );

    [GeneratedRegex("""\G\s*(?:'[^'\\]*'|"[^"\\]*"|[A-Za-z]+|-?[0-9]+|[{}()\[\]:,])""")]
    private static partial Regex TokenPattern();
}
