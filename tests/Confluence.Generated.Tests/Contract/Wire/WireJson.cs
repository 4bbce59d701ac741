using System.Text.Json;
using System.Text.Json.Nodes;

namespace Confluence.Generated.Tests.Contract.Wire;

/// <summary>Compares JSON by what it says, not by how it is spelled.</summary>
internal static class WireJson
{
    public static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"Expected: {expected}\nActual:   {actual}");

    /// <summary>Writes a result again and compares it with what arrived: unknown members, unknown values and explicit nulls included.</summary>
    public static void AssertWritesBack<T>(T result, string arrived) => AssertSame(arrived, JsonSerializer.Serialize(result));
}
