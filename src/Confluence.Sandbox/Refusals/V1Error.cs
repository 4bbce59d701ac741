using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.Refusals;

/// <summary>The error answers of v1: <c>{statusCode, message, data?}</c>, and the plain text of a failed XSRF check.</summary>
internal static class V1Error
{
    /// <summary>Says that the credential is wrong or absent.</summary>
    public static Refusal NoAccess() => Refusal.WithJson(StatusCodes.Status403Forbidden, static writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, "Current user not permitted to use Confluence"u8);
        writer.WriteNumber("statusCode"u8, StatusCodes.Status403Forbidden);
        writer.WriteEndObject();
    });

    /// <summary>Says that a write came without <c>X-Atlassian-Token: no-check</c>.</summary>
    public static Refusal XsrfCheckFailed() => Refusal.WithText(StatusCodes.Status403Forbidden, "XSRF check failed");

    public static Refusal BadRequest(string message) => Of(
        StatusCodes.Status400BadRequest, "com.atlassian.confluence.api.service.exceptions.BadRequestException: " + message, valid: false);

    public static Refusal NotFound(string message) => Of(
        StatusCodes.Status404NotFound, "com.atlassian.confluence.api.service.exceptions.NotFoundException: " + message, valid: true);

    /// <summary>Says that there is no such content.</summary>
    public static Refusal NoContent(string id) => NotFound($"No content found with id: ContentId{{id={id}}}");

    public static Refusal Conflict(string message) => Of(
        StatusCodes.Status409Conflict, "com.atlassian.confluence.api.service.exceptions.ConflictException: " + message, valid: true);

    public static Refusal UnsupportedMediaType(string message) => Of(StatusCodes.Status415UnsupportedMediaType, message, valid: false);

    public static Refusal TooLarge(int bytes) => Of(
        StatusCodes.Status413PayloadTooLarge,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The request is larger than {bytes} bytes"),
        valid: false);

    /// <summary>Says that the operation left v1.</summary>
    public static Refusal Gone()
    {
        Refusal refusal = Of(
            StatusCodes.Status410Gone,
            "com.atlassian.confluence.api.service.exceptions.GoneException: This deprecated endpoint has been removed",
            valid: true);
        refusal.Headers["Deprecation"] = "true";
        refusal.Headers["Link"] = "<https://developer.atlassian.com/cloud/confluence/changelog/#CHANGE-864>; rel=\"deprecation\"";
        return refusal;
    }

    /// <summary>Makes an error answer of any status.</summary>
    public static Refusal Of(int status, string message, bool valid) => Refusal.WithJson(status, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("statusCode"u8, status);
        writer.WriteStartObject("data"u8);
        writer.WriteBoolean("authorized"u8, valid);
        writer.WriteBoolean("valid"u8, valid);
        writer.WriteStartArray("errors"u8);
        writer.WriteEndArray();
        writer.WriteBoolean("successful"u8, false);
        writer.WriteEndObject();
        writer.WriteString("message"u8, message);
        writer.WriteEndObject();
    });
}
