using System.Net;
using Confluence.Generated.Calls;
using Confluence.Generated.Errors;

namespace Confluence.Generated.Http;

/// <summary>
/// Sees whether the answer came from where the request was sent to. The client follows no redirect with a credential, but a handler under the caller's
/// <see cref="HttpClient"/> may, and then a login page of another host looks like a success.
/// </summary>
internal static class FinalAddress
{
    /// <summary>Refuses an answer that came after a redirect, unless it is a download's content. The response is disposed then.</summary>
    /// <param name="call">The call.</param>
    /// <param name="sent">The message, as the handlers left it.</param>
    /// <param name="method">The method that was asked with.</param>
    /// <param name="address">The address that was asked.</param>
    /// <param name="response">What came back.</param>
    public static void Check(Call call, HttpRequestMessage sent, HttpMethod method, Uri address, HttpResponseMessage response)
    {
        HttpRequestMessage last = response.RequestMessage ?? sent;
        if (call.Wanted == WantedAnswer.Download || !IsRedirected(last, sent, method, address))
        {
            return;
        }

        using (response)
        {
            call.IsInFlight = false; // All is said by the exception.
            throw LostCalls.AnsweredElsewhere(call, response.StatusCode, Show(last.RequestUri));
        }
    }

    /// <summary>The host that a download's content came from, where a handler followed the redirect to it; null for the site itself.</summary>
    public static string? HostOf(HttpResponseMessage response, ConfluenceSite site) =>
        response.RequestMessage is { RequestUri: { IsAbsoluteUri: true } final } last && !HasCredential(last) && !IsAt(final, site) ? final.Host : null;

    /// <summary>Asked without parsing the header, which would keep what it says in further objects.</summary>
    private static bool HasCredential(HttpRequestMessage message) => message.Headers.NonValidated.Contains("Authorization");

    /// <summary>What of an address may be shown: neither its path nor its query, which may be signed.</summary>
    public static string Show(Uri? address) => address is { IsAbsoluteUri: true } ? $"{address.Scheme}://{address.Authority}" : "an unknown address";

    /// <summary>Whether an address belongs to the server that the client was made for.</summary>
    public static bool IsAt(Uri address, ConfluenceSite site) =>
        Uri.Compare(address, new Uri(site.Base), UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>
    /// The framework follows a redirect with the same message, takes the credential off it, and may make a GET of it; other handlers send a message of their own.
    /// A handler that only sends to another address what was meant for this one leaves the message as it is.
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
