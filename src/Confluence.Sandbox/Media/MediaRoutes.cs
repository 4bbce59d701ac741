using System.Globalization;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.State;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Confluence.Sandbox.Media;

/// <summary>
/// The media host. As of a real site it has an origin of its own, and downloads are sent there. The token in the address opens one version of one
/// attachment, and the credential of the site has no business there.
/// </summary>
internal static class MediaRoutes
{
    private const string Prefix = "/media/";

    /// <summary>What the paths begin with at which people download with a browser session.</summary>
    public const string BrowserPrefix = "/wiki/download/";

    /// <summary>Says that an API token opens no download of people: the REST download does.</summary>
    public static Refusal BrowserSessionNeeded()
    {
        Refusal refusal = Refusal.WithText(StatusCodes.Status401Unauthorized, "Unauthorized");
        refusal.Headers["WWW-Authenticate"] = "OAuth realm=\"confluence\"";
        return refusal;
    }

    /// <summary>Answers with the address of a version in the store.</summary>
    public static void Redirect(Exchange exchange, Attachment attachment, int version)
    {
        exchange.Response.StatusCode = StatusCodes.Status302Found;
        exchange.Response.Headers.Location = string.Create(
            CultureInfo.InvariantCulture,
            $"{exchange.MediaAddress.GetLeftPart(UriPartial.Authority)}{Prefix}{AttachmentIds.Of(attachment)}/{version}?token={exchange.Site.Attachments.Token(attachment, version)}&name={Uri.EscapeDataString(attachment.Title)}");
    }

    /// <summary>Answers a request to the media host.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="path">The path.</param>
    public static async Task AnswerAsync(Exchange exchange, string path)
    {
        if (!HttpMethods.IsGet(exchange.Request.Method))
        {
            throw Refusal.WithText(StatusCodes.Status405MethodNotAllowed, "The media host answers GET alone");
        }

        if (exchange.Request.Headers.Authorization.Count > 0)
        {
            throw Refusal.WithText(StatusCodes.Status400BadRequest, "The media host takes no Authorization header; the token in the address is enough");
        }

        AttachmentStore store = exchange.Site.Attachments;
        if (path.Split('/') is not ["", "media", string name, string number]
            || !AttachmentIds.TryParse(name, out long id)
            || store.Find(id) is not Attachment attachment
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int version)
            || version < 1
            || version > attachment.VersionCount)
        {
            throw Refusal.WithText(StatusCodes.Status404NotFound, "There is no such file");
        }

        if (exchange.Request.Query["token"] != store.Token(attachment, version))
        {
            throw Refusal.WithText(StatusCodes.Status403Forbidden, "The token does not open this file");
        }

        byte[] bytes = store.Bytes(attachment, version);
        exchange.Response.ContentType = attachment.MediaType;
        exchange.Response.ContentLength = bytes.Length;
        ContentDispositionHeaderValue disposition = new("attachment");
        disposition.SetHttpFileName(attachment.Title);
        exchange.Response.Headers.ContentDisposition = disposition.ToString();
        await exchange.Response.Body.WriteAsync(bytes, exchange.Aborted).ConfigureAwait(false);
    }
}
