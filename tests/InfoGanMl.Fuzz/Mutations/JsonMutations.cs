using System.Text;
using System.Text.Json;

namespace InfoGanMl.Fuzz.Mutations;

/// <summary>Mutations that keep JSON well-formed, most of the time, and make its values hostile.</summary>
internal static class JsonMutations
{
    private static readonly string[] Values =
    [
        "-1",
        "0",
        "1",
        "2",
        "1e2",
        "0.5",
        "-0",
        "65535",
        "46341",
        "16777217",
        "2147483647",
        "2147483648",
        "-2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "1e39",
        "1e308",
        "1e999",
        "-1e999",
        "1e-999",
        "NaN",
        "Infinity",
        "null",
        "true",
        "false",
        "[]",
        "{}",
        "[null]",
        "[[]]",
        "[{}]",
        "[1,1,1]",
        "\"\"",
        "\"1\"",
        "\"1e999\"",
        "\"../../x\"",
        "\"/etc/passwd\"",
        "\"C:\\\\x\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"NaN\"",
        "\"dense\"",
        "\"a.b\"",
        "\"Uniform\"",
        "\"Uniform, Gaussian\"",
        "\"99\"",
        "99",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } = [Replace, Replace, Replace, Remove, Repeat, Move];

    private static byte[] Replace(Random random, byte[] json)
    {
        var spans = FindValues(json);
        return spans.Count == 0 ? json : Replace(json, random.Pick(spans), Value(random));
    }

    private static byte[] Remove(Random random, byte[] json)
    {
        var spans = FindMembers(json);
        return spans.Count == 0 ? json : Replace(json, random.Pick(spans), []);
    }

    /// <summary>A member or an item twice, or a hundred times.</summary>
    private static byte[] Repeat(Random random, byte[] json)
    {
        var spans = random.OneIn(2) ? FindMembers(json) : FindValues(json);
        if (spans.Count == 0)
        {
            return json;
        }

        var (start, end) = random.Pick(spans);
        byte[] one = [.. json.AsSpan(start, end - start), (byte)','];
        var repeated = Enumerable.Repeat(one, random.OneIn(20) ? 100 : 1).SelectMany(part => part).ToArray();
        return [.. json.AsSpan(0, start), .. repeated, .. json.AsSpan(start)];
    }

    /// <summary>A value in the place of another: of a good form, and wrong where it is.</summary>
    private static byte[] Move(Random random, byte[] json)
    {
        var spans = FindValues(json);
        if (spans.Count == 0)
        {
            return json;
        }

        var (start, end) = random.Pick(spans);
        return Replace(json, random.Pick(spans), json[start..end]);
    }

    private static byte[] Value(Random random) =>
        random.Next(40) switch
        {
            0 => [(byte)'"', .. Enumerable.Repeat((byte)'a', random.Next(200_000)), (byte)'"'],
            1 => [.. Enumerable.Repeat((byte)'9', random.Next(1, 2000))],
            2 => Nested(random.Pick(10, 63, 64, 65, 1000, 100_000), "[", "]"),
            3 => Nested(random.Pick(10, 63, 64, 65, 1000, 20_000), "{\"a\":", "}"),
            4 => [(byte)'"', 0xff, 0xc0, 0x80, (byte)'"'], // no UTF-8
            5 => Encoding.UTF8.GetBytes($"{ByteMutations.Number(random)}"),
            _ => Encoding.UTF8.GetBytes(random.Pick(Values)),
        };

    private static byte[] Nested(int depth, string open, string close) =>
        Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth))
        );

    private static byte[] Replace(byte[] json, (int Start, int End) span, byte[] value) =>
        [.. json.AsSpan(0, span.Start), .. value, .. json.AsSpan(span.End)];

    private static List<(int Start, int End)> FindValues(byte[] json) => Find(json, members: false);

    private static List<(int Start, int End)> FindMembers(byte[] json) => Find(json, members: true);

    /// <summary>Where values lie, containers included, or members with their names; as far as the JSON is well-formed.</summary>
    private static List<(int Start, int End)> Find(byte[] json, bool members)
    {
        var found = new List<(int, int)>();
        var open = new Stack<int>();
        var reader = new Utf8JsonReader(json);
        var name = -1;
        try
        {
            while (reader.Read())
            {
                var (start, end) = ((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = start;
                        continue;
                    case JsonTokenType.StartObject or JsonTokenType.StartArray:
                        open.Push(members ? name : start);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        Add(open.Pop(), end);
                        break;
                    default:
                        Add(members ? name : start, end);
                        break;
                }

                name = -1;
            }
        }
        catch (JsonException)
        {
            // An earlier mutation broke it here.
        }

        return found;

        void Add(int start, int end)
        {
            if (start >= 0)
            {
                found.Add((start, end));
            }
        }
    }
}
