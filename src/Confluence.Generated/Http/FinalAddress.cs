using System.Net;
using Confluence.Generated.Calls;
using Confluence.Generated.Errors;

namespace Confluence.Generated.Http;

/// <summary>
/// Checks whether the answer came from the address that the request was sent to. The client never follows a redirect with a credential, but a handler of the caller's
/// <see cref="HttpClient"/> may, and then a login page of another host looks like a success.
/// </summary>
internal static class FinalAddress
{
    /// <summary>Rejects and disposes a response that came after a redirect, unless it is the content of a download.</summary>
    /// <param name="call">The call.</param>
    /// <param name="sent">The message, as the handlers left it.</param>
    /// <param name="method">The method of the request.</param>
    /// <param name="address">The address of the request.</param>
    /// <param name="response">The response.</param>
    public static void Check(Call call, HttpRequestMessage sent, HttpMethod method, Uri address, HttpResponseMessage response)
    {
        HttpRequestMessage last = response.RequestMessage ?? sent;
        if (call.Wanted == WantedAnswer.Download || !IsRedirected(last, sent, method, address))
        {
            return;
        }

        using (response)
        {
            call.IsInFlight = false; // The exception says everything.
            throw LostCalls.AnsweredElsewhere(call, response.StatusCode, Show(last.RequestUri));
        }
    }

    /// <summary>Gets the host that the content of a download came from if a handler followed a redirect; null for the site itself.</summary>
    public static string? HostOf(HttpResponseMessage response, ConfluenceSite site) =>
        response.RequestMessage is { RequestUri: { IsAbsoluteUri: true } final } last && !HasCredential(last) && !IsAt(final, site) ? final.Host : null;

    /// <summary>Checks without parsing the header, which would allocate further objects.</summary>
    private static bool HasCredential(HttpRequestMessage message) => message.Headers.NonValidated.Contains("Authorization");

    /// <summary>Gets the part of an address that may be shown: not its path or query, which may be signed.</summary>
    public static string Show(Uri? address) => address is { IsAbsoluteUri: true } ? $"{address.Scheme}://{address.Authority}" : "an unknown address";

    /// <summary>Whether an address belongs to the server that the client was made for.</summary>
    public static bool IsAt(Uri address, ConfluenceSite site) =>
        Uri.Compare(address, new Uri(site.Base), UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>
    /// The framework follows a redirect with the same message, removes the credential, and may change the method to GET; other handlers send a message of their own.
    /// A handler that only sends requests to a different address leaves the message unchanged.
    /// </summary>
    private static bool IsRedirected(HttpRequestMessage last, HttpRequestMessage sent, HttpMethod method, Uri address)
    {
        if (last.Method != method)
        {
            return true;
        }

        if (last.RequestUri is not { } final || final == address)
        {
            return false;
        }

        return !HasCredential(last)
            || (last != sent && Uri.Compare(final, address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0);
    }
}
