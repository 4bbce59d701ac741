using System.Text.Json;
using Confluence.Sandbox.Json;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.Refusals;

/// <summary>Ends a request with an error answer. Thrown by whatever finds the request wrong, written by the server.</summary>
internal sealed class Refusal : Exception
{
    private Refusal(int status, string contentType, Action<Utf8JsonWriter>? json, string? text)
        : base($"The sandbox refused the request with status {status}.")
    {
        Status = status;
        ContentType = contentType;
        Json = json;
        Text = text;
    }

    public int Status { get; }

    public string ContentType { get; }

    /// <summary>Gets what writes a JSON body; null when the body is text.</summary>
    public Action<Utf8JsonWriter>? Json { get; }

    /// <summary>Gets the text of a body that is not JSON.</summary>
    public string? Text { get; }

    /// <summary>Gets the headers that belong to the answer.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public static Refusal WithJson(int status, Action<Utf8JsonWriter> body) => new(status, "application/json", body, null);

    public static Refusal WithText(int status, string text, string contentType = "text/plain;charset=UTF-8") => new(status, contentType, null, text);

    public static Refusal WithHtml(int status, string title) => new(
        status,
        "text/html;charset=UTF-8",
        null,
        $"<!DOCTYPE html><html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>");

    /// <summary>Writes the answer.</summary>
    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        foreach ((string name, string value) in Headers)
        {
            response.Headers[name] = value;
        }

        if (Json is not null)
        {
            using Utf8JsonWriter writer = new(response.BodyWriter, JsonOutput.Options);
            Json(writer);
        }
        else if (Text is { Length: > 0 } text)
        {
            await response.WriteAsync(text).ConfigureAwait(false);
        }
    }
}
