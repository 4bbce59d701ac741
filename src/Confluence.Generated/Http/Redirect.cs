using System.Net;
using System.Text;
using Confluence.Generated.Calls;
using Confluence.Generated.Errors;

namespace Confluence.Generated.Http;

/// <summary>
/// Handles the redirect of a download. Its address contains a token, so only its host appears in messages and logs.
/// </summary>
internal static class Redirect
{
    /// <summary>Shorter values in a query are names or numbers.</summary>
    private const int ShortestSecret = 16;

    public static bool IsFollowable(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>Gets the address of the redirect, and disposes the response.</summary>
    public static Uri TargetOf(Call call, HttpResponseMessage response, ConfluenceSite site, bool mayFollow)
    {
        using (response)
        {
            if (!mayFollow)
            {
                throw CallFailures.BadRedirect(call, response.StatusCode, "was redirected too many times.");
            }

            Uri target = Read(response) ?? throw CallFailures.BadRedirect(call, response.StatusCode, "was redirected without saying where to.");

            // Plain HTTP on this machine is for tests against a local site; another site must not make this machine call its own services.
            bool isAllowed = target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && target.IsLoopback && new Uri(site.Base) is { Scheme: "http", IsLoopback: true });
            return isAllowed
                ? target
                : throw CallFailures.BadRedirect(call, response.StatusCode, $"was redirected to '{target.Scheme}://{target.Host}', and the client only follows redirects to https.");
        }
    }

    /// <summary>Gets the parts of the address that must not be shown if the host echoes them: anyone with the query can get the file.</summary>
    public static IEnumerable<string> SecretsOf(Uri target)
    {
        string query = target.Query.TrimStart('?');
        return [query, .. query.Split('&').Select(static pair => Uri.UnescapeDataString(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..])).Where(static value => value.Length >= ShortestSecret)];
    }

    /// <summary>Gets the address; null if there is none that a request can be sent to.</summary>
    private static Uri? Read(HttpResponseMessage response)
    {
        try
        {
            Uri? location = response.Headers.Location;
            if (location is { IsAbsoluteUri: false })
            {
                location = response.RequestMessage?.RequestUri is { } origin && Uri.TryCreate(origin, location, out Uri? joined) ? joined : null;
            }

            // Some names prove invalid only here: their ASCII form is empty, or not a valid host name.
            return location is { IdnHost: var host } && (location.Scheme is not ("http" or "https") || (Ascii.IsValid(host) && Uri.CheckHostName(host) != UriHostNameType.Unknown)) ? location : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
