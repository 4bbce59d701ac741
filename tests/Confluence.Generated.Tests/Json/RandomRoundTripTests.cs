using System.Globalization;
using System.Text;
using System.Text.Json;
using Confluence.Generated.Tests.Json.Samples;

namespace Confluence.Generated.Tests.Json;

/// <summary>Made-up objects: known and unknown members, values of every kind at every place. Writing gives back the very object.</summary>
public sealed class RandomRoundTripTests
{
    private static readonly string[] s_scalarMembers = ["id", "status", "body", "position", "size", "score", "starred", "createdAt", "value", "version", "owner"];
    private static readonly string[] s_strings =
    [
        "", "5", "-1", "1.0", "1e5", "true", "current", "2026-05-27T07:09:12Z", "2026-05-27T07:09:12.100+0000", "é", @"\u00e9", @"\ud83d\ude00", @"\ud83d", @"\/\\\""\b\f\n\r\t",
        "\U0001F600", "a rather long text that no cache takes, with <b>markup</b> in it and more", "99999999999999999999",
    ];

    private static readonly string[] s_literals = ["0", "-0", "1", "-1", "1.0", "1E+2", "1e-7", "2147483648", "9223372036854775808", "0.1", "1e400", "true", "false", "null"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Nothing_that_arrived_is_lost(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 2_500; i++)
        {
            string json = MakeObject(random, 0, known: true);
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            SamplePage page = Wire.Read<SamplePage>(bytes);
            byte[] written = Wire.WriteBytes(page);

            Assert.Equal(Canonical(bytes), Canonical(written));
            Assert.Equal(written, Wire.WriteBytes(Wire.Read<SamplePage>(written)));
            if (bytes.Length > 2)
            {
                Assert.Equal(written, Wire.WriteBytes(Wire.Read<SamplePage>(Wire.Split(bytes, random.Next(1, bytes.Length)))));
            }

            Assert.Equal(written, JsonSerializer.SerializeToUtf8Bytes(Wire.Read<SamplePage>(bytes), s_relaxed));
        }
    }

    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string MakeObject(Random random, int depth, bool known)
    {
        List<string> members = [];
        HashSet<string> names = [];
        int count = random.Next(8);
        for (int i = 0; i < count; i++)
        {
            string name = known && random.Next(2) == 0
                ? s_scalarMembers[random.Next(s_scalarMembers.Length)]
                : random.Next(6) == 0 ? @"\u006eew" + i.ToString(CultureInfo.InvariantCulture) : "new" + i.ToString(CultureInfo.InvariantCulture);
            if (names.Add(name.Replace(@"\u006e", "n", StringComparison.Ordinal)))
            {
                members.Add($"{Space(random)}\"{name}\"{Space(random)}:{MakeValue(random, depth + 1)}");
            }
        }

        return $"{{{string.Join(',', members)}{Space(random)}}}";
    }

    private static string MakeValue(Random random, int depth) => Space(random) + random.Next(depth > 4 ? 4 : 6) switch
    {
        0 or 1 => '"' + s_strings[random.Next(s_strings.Length)] + '"',
        2 or 3 => s_literals[random.Next(s_literals.Length)],
        4 => MakeObject(random, depth, known: false),
        _ => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => MakeValue(random, depth + 1)))}]",
    } + Space(random);

    private static string Space(Random random) => random.Next(8) == 0 ? "\n\t " : "";

    // The members of each object sorted by name; strings unescaped where they can be; numbers by their digits.
    private static string Canonical(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        return CanonicalValue(ref reader);
    }

    private static string CanonicalValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                SortedDictionary<string, string> members = new(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    string name = reader.GetString()!; // A member name is never null.
                    reader.Read();
                    members.Add(name, CanonicalValue(ref reader));
                }

                return $"{{{string.Join(';', members.Select(member => $"{member.Key}={member.Value}"))}}}";
            case JsonTokenType.StartArray:
                List<string> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(CanonicalValue(ref reader));
                }

                return $"[{string.Join(';', items)}]";
            case JsonTokenType.String:
                string raw = Encoding.UTF8.GetString(reader.ValueSpan);
                return raw == @"\ud83d" ? $"cut:{raw}" : $"\"{reader.GetString()}\"";
            default:
                return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
