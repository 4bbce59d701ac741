using System.Net.Http.Headers;

namespace Confluence.Generated.Http;

/// <summary>Caches the text of the credential's header: most credentials return the same value each time.</summary>
internal sealed class AuthorizationText
{
    private Known? _last;

    public string TextOf(AuthenticationHeaderValue authorization)
    {
        if (_last is { } last && ReferenceEquals(last.Header, authorization))
        {
            return last.Text;
        }

        string text = authorization.ToString();
        _last = new Known(authorization, text);
        return text;
    }

    private sealed class Known(AuthenticationHeaderValue header, string text)
    {
        public AuthenticationHeaderValue Header => header;

        public string Text => text;
    }
}
