using System.Net;
using Confluence.Generated.Errors;

namespace Confluence.Generated.Http;

/// <summary>
/// Where a download goes on. Its address holds a token of its own, so it never reaches a message or a log: only its host does.
/// </summary>
internal static class Redirect
{
    public static bool IsFollowable(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>The address to go on to. The response is disposed.</summary>
    public static Uri TargetOf(Call call, HttpResponseMessage response, bool mayFollow)
    {
        using (response)
        {
            Uri? location = response.Headers.Location;
            Uri? origin = response.RequestMessage?.RequestUri;
            Uri? target = location is null || location.IsAbsoluteUri || origin is null ? location : new Uri(origin, location);
            if (!mayFollow)
            {
                throw CallFailures.BadRedirect(call, response.StatusCode, "was redirected too often.");
            }

            if (target is null || !target.IsAbsoluteUri)
            {
                throw CallFailures.BadRedirect(call, response.StatusCode, "was redirected without saying where to.");
            }

            return target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && target.IsLoopback)
                ? target
                : throw CallFailures.BadRedirect(call, response.StatusCode, $"was redirected to '{target.Scheme}://{target.Host}', and the client follows to https only.");
        }
    }
}
