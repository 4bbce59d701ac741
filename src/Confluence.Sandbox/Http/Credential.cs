using System.Net.Http.Headers;
using System.Text;

namespace Confluence.Sandbox.Http;

/// <summary>The credential that the sandbox accepts: Basic with e-mail and token, or Bearer with the token.</summary>
internal sealed class Credential(string email, string apiToken)
{
    public bool Accepts(string? authorization)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out AuthenticationHeaderValue? header) || header.Parameter is null)
        {
            return false;
        }

        if (header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return header.Parameter == apiToken;
        }

        if (!header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        byte[] bytes = new byte[header.Parameter.Length];
        if (!Convert.TryFromBase64String(header.Parameter, bytes, out int length))
        {
            return false;
        }

        string pair = Encoding.UTF8.GetString(bytes, 0, length);
        int colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0
            && pair.AsSpan(0, colon).Equals(email, StringComparison.OrdinalIgnoreCase)
            && pair.AsSpan(colon + 1).SequenceEqual(apiToken);
    }
}
