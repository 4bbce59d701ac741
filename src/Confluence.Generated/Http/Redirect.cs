using System.Net;
using System.Text;
using Confluence.Generated.Calls;
using Confluence.Generated.Errors;

namespace Confluence.Generated.Http;

/// <summary>
/// Where a download goes on. Its address holds a token of its own, so it never reaches a message or a log: only its host does.
/// </summary>
internal static class Redirect
{
    /// <summary>What is shorter in a query is a name or a number.</summary>
    private const int ShortestSecret = 16;

    public static bool IsFollowable(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>The address to go on to. The response is disposed.</summary>
    public static Uri TargetOf(Call call, HttpResponseMessage response, ConfluenceSite site, bool mayFollow)
    {
        using (response)
        {
            if (!mayFollow)
            {
                throw CallFailures.BadRedirect(call, response.StatusCode, "was redirected too often.");
            }

            Uri target = Read(response) ?? throw CallFailures.BadRedirect(call, response.StatusCode, "was redirected without saying where to.");

            // Plain HTTP on this machine is for tests against a site that is there itself; another site must not make this machine call its own services.
            bool isAllowed = target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && target.IsLoopback && new Uri(site.Base) is { Scheme: "http", IsLoopback: true });
            return isAllowed
                ? target
                : throw CallFailures.BadRedirect(call, response.StatusCode, $"was redirected to '{target.Scheme}://{target.Host}', and the client follows to https only.");
        }
    }

    /// <summary>What an answer must not show of the address, should the host echo it: whoever has its query has the file.</summary>
    public static IEnumerable<string> SecretsOf(Uri target)
    {
        string query = target.Query.TrimStart('?');
        return [query, .. query.Split('&').Select(static pair => Uri.UnescapeDataString(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..])).Where(static value => value.Length >= ShortestSecret)];
    }

    /// <summary>The address; null when there is none, or none that a request can be sent to.</summary>
    private static Uri? Read(HttpResponseMessage response)
    {
        try
        {
            Uri? location = response.Headers.Location;
            if (location is { IsAbsoluteUri: false })
            {
                location = response.RequestMessage?.RequestUri is { } origin && Uri.TryCreate(origin, location, out Uri? joined) ? joined : null;
            }

            // Some names are found to be none only here: what is left of them is empty, or no name that the network knows.
            return location is { IdnHost: var host } && (location.Scheme is not ("http" or "https") || (Ascii.IsValid(host) && Uri.CheckHostName(host) != UriHostNameType.Unknown)) ? location : null;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
