using System.Text.Json;

namespace Confluence.Generated.Json;

internal partial struct JsonModelState
{
    /// <summary>The error of an object that lacks a member which must be there.</summary>
    public static JsonException Missing(string type, string member) =>
        new($"The {type} lacks the member '{member}', which must be there.");
}
