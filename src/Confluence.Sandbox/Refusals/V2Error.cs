using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.Refusals;

/// <summary>The error answers of v2: <c>{"errors":[{status, code, title, detail}]}</c>.</summary>
internal static class V2Error
{
    /// <summary>Says that the account may not do this.</summary>
    public static Refusal Forbidden() => Of(StatusCodes.Status403Forbidden, "FORBIDDEN", "The user is not permitted to do this", null);

    /// <summary>Says that the credential is wrong, or that nothing is known to be here: v2 answers both alike.</summary>
    public static Refusal NotFound() => Of(StatusCodes.Status404NotFound, "NOT_FOUND", "Not Found", null);

    /// <summary>Says that there is no such page, space or comment.</summary>
    public static Refusal NoSuch(string kind, string id) =>
        Of(StatusCodes.Status404NotFound, "NOT_FOUND", $"Cannot find {(kind[0] is 'a' or 'i' ? "an" : "a")} {kind} with id [{id}]", null);

    public static Refusal InvalidParameter(string name, string value, string expected) => Of(
        StatusCodes.Status400BadRequest,
        "INVALID_REQUEST_PARAMETER",
        $"Provided value {{{value}}} for '{name}' is not the correct type. Expected {expected}",
        null);

    public static Refusal InvalidCursor() => Of(
        StatusCodes.Status400BadRequest,
        "INVALID_REQUEST_PARAMETER",
        "Provided value for 'cursor' is not the correct type. Expected type is Cursor.",
        "Begin the walk again without a cursor.");

    public static Refusal InvalidBody(string title) => Of(StatusCodes.Status400BadRequest, "INVALID_MESSAGE", title, null);

    public static Refusal DuplicateTitle(string kind, string title) => Of(
        StatusCodes.Status400BadRequest, "BAD_REQUEST", $"A {kind} with this title already exists: {title}", null);

    public static Refusal UnsupportedMediaType() => Of(
        StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "Send the header Content-Type: application/json", null);

    public static Refusal TooLarge(int bytes) => Of(
        StatusCodes.Status413PayloadTooLarge,
        "REQUEST_TOO_LARGE",
        string.Create(CultureInfo.InvariantCulture, $"The request is larger than {bytes} bytes"),
        null);

    /// <summary>Says that the version sent does not follow the current one. The status is a string here, as on a real site.</summary>
    public static Refusal StaleVersion(string kind, int current, int provided) => Of(
        StatusCodes.Status409Conflict,
        "CONFLICT",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Version must be incremented when updating a {kind}. Current Version: [{current}]. Provided version: [{provided}]"),
        null,
        statusAsText: true);

    /// <summary>Says that there is a property with this key already. The status is a string here, as with versions.</summary>
    public static Refusal DuplicateKey(string key) =>
        Of(StatusCodes.Status409Conflict, "CONFLICT", $"A property with this key already exists: {key}", null, statusAsText: true);

    private static Refusal Of(int status, string code, string title, string? detail, bool statusAsText = false) =>
        Refusal.WithJson(status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("errors"u8);
            writer.WriteStartObject();
            if (statusAsText)
            {
                writer.WriteString("status"u8, status.ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                writer.WriteNumber("status"u8, status);
            }

            writer.WriteString("code"u8, code);
            writer.WriteString("title"u8, title);
            writer.WriteString("detail"u8, detail);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
}
