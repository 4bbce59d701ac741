using System.Globalization;
using System.Text.Json;

namespace Confluence.Generated.Tests.Corpus;

/// <summary>Tells where two JSON values say different things. The order of members, and how a number or a date is spelled, say nothing.</summary>
internal static class JsonDifference
{
    public static IEnumerable<string> Between(JsonElement expected, JsonElement actual, string path = "$")
    {
        if (expected.ValueKind != actual.ValueKind)
        {
            return [$"{path}: {Show(expected)} became {Show(actual)}"];
        }

        return expected.ValueKind switch
        {
            JsonValueKind.Object => Objects(expected, actual, path),
            JsonValueKind.Array => Arrays(expected, actual, path),
            JsonValueKind.Number => JsonElement.DeepEquals(expected, actual) ? [] : [$"{path}: {Show(expected)} became {Show(actual)}"],
            JsonValueKind.String => IsSameText(expected.GetString(), actual.GetString()) ? [] : [$"{path}: {Show(expected)} became {Show(actual)}"],
            _ => [],
        };
    }

    private static IEnumerable<string> Objects(JsonElement expected, JsonElement actual, string path)
    {
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            IEnumerable<string> differences = actual.TryGetProperty(member.Name, out JsonElement other)
                ? Between(member.Value, other, $"{path}.{member.Name}")
                : [$"{path}.{member.Name}: {Show(member.Value)} got lost"];
            foreach (string difference in differences)
            {
                yield return difference;
            }
        }

        foreach (JsonProperty member in actual.EnumerateObject().Where(member => !expected.TryGetProperty(member.Name, out _)))
        {
            yield return $"{path}.{member.Name}: {Show(member.Value)} was added";
        }
    }

    private static IEnumerable<string> Arrays(JsonElement expected, JsonElement actual, string path) =>
        expected.GetArrayLength() != actual.GetArrayLength()
            ? [$"{path}: {expected.GetArrayLength()} items became {actual.GetArrayLength()}"]
            : expected.EnumerateArray().Zip(actual.EnumerateArray()).SelectMany((pair, index) => Between(pair.First, pair.Second, $"{path}[{index}]"));

    private static bool IsSameText(string? expected, string? actual) =>
        expected == actual
        || (DateTimeOffset.TryParse(expected, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset before)
            && DateTimeOffset.TryParse(actual, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset after)
            && before == after);

    private static string Show(JsonElement value)
    {
        string text = value.GetRawText();
        return text.Length <= 80 ? text : text[..80] + "…";
    }
}
