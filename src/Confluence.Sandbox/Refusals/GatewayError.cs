using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.Refusals;

/// <summary>The error answers of the gateway: <c>{code, message}</c>, and <c>{timestamp, status, error, message, path}</c> of a path it does not know.</summary>
internal static class GatewayError
{
    public static Refusal Unauthorized() => Of(StatusCodes.Status401Unauthorized, "Unauthorized");

    public static Refusal ScopeMissing()
    {
        Refusal refusal = Of(StatusCodes.Status401Unauthorized, "Unauthorized; scope does not match");
        refusal.Headers["X-Failure-Category"] = "FAILURE_CLIENT_SCOPE_CHECK";
        return refusal;
    }

    public static Refusal TooManyRequests() => Of(StatusCodes.Status429TooManyRequests, "Rate limit exceeded");

    /// <summary>Says that there is no such site any more, or not now.</summary>
    public static Refusal SiteUnavailable()
    {
        Refusal refusal = Refusal.WithJson(StatusCodes.Status404NotFound, static writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("errorMessage"u8, "Site temporarily unavailable"u8);
            writer.WriteString("errorCode"u8, "OTHER"u8);
            writer.WriteEndObject();
        });
        refusal.Headers["Atl-Missing-Tcs"] = "true";
        return refusal;
    }

    /// <summary>Says that the path names no site that the gateway knows.</summary>
    public static Refusal NoSuchSite(string path, DateTimeOffset now) => Refusal.WithJson(StatusCodes.Status404NotFound, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("timestamp"u8, now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'", CultureInfo.InvariantCulture));
        writer.WriteNumber("status"u8, StatusCodes.Status404NotFound);
        writer.WriteString("error"u8, "Not Found"u8);
        writer.WriteString("message"u8, "No message available"u8);
        writer.WriteString("path"u8, path);
        writer.WriteEndObject();
    });

    private static Refusal Of(int status, string message) => Refusal.WithJson(status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("code"u8, status);
        writer.WriteString("message"u8, message);
        writer.WriteEndObject();
    });
}
