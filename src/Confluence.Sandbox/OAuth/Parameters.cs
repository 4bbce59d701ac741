using System.Text;
using System.Text.Json;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Confluence.Sandbox.OAuth;

/// <summary>The parameters of a request, out of its body, which is a JSON object or a form. Their order is of no meaning, and none may come twice.</summary>
internal sealed class Parameters
{
    private const int MaximumBytes = 64 * 1024;

    private readonly Dictionary<string, string> _values;

    private Parameters(Dictionary<string, string> values) => _values = values;

    public static async Task<Parameters> ReadAsync(Exchange exchange)
    {
        string mediaType = (exchange.Request.ContentType ?? "").Split(';')[0].Trim();
        bool isJson = mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
        if (!isJson && !mediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            throw OAuthError.InvalidRequest("Send application/json or application/x-www-form-urlencoded");
        }

        byte[] buffer = new byte[MaximumBytes + 1];
        int length = await exchange.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, exchange.Aborted).ConfigureAwait(false);
        if (length > MaximumBytes)
        {
            throw OAuthError.InvalidRequest("The body is longer than 64 KB");
        }

        return new Parameters(isJson ? OfJson(buffer.AsMemory(0, length)) : OfForm(Encoding.UTF8.GetString(buffer, 0, length)));
    }

    /// <summary>Gives a parameter; null when it is absent or empty, which is the same.</summary>
    public string? Optional(string name) => _values.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;

    public string Required(string name) => Optional(name) ?? throw OAuthError.InvalidRequest($"{name} is missing");

    private static Dictionary<string, string> OfJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.EnumerateObject().ToDictionary(static member => member.Name, static member => TextOf(member))
                : throw OAuthError.InvalidRequest("The body must be a JSON object");
        }
        catch (JsonException)
        {
            // The words of the exception could hold a part of a secret.
            throw OAuthError.InvalidRequest("The body is no JSON, or has a member twice");
        }
    }

    private static string TextOf(JsonProperty member) => member.Value.ValueKind switch
    {
        JsonValueKind.String => member.Value.GetString() ?? "",
        JsonValueKind.Null => "",
        _ => throw OAuthError.InvalidRequest("Each parameter must be a string"),
    };

    private static Dictionary<string, string> OfForm(string body)
    {
        Dictionary<string, StringValues> parsed = QueryHelpers.ParseQuery(body);
        return parsed.Values.All(static value => value.Count == 1)
            ? parsed.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToString())
            : throw OAuthError.InvalidRequest("A parameter is there twice");
    }
}
