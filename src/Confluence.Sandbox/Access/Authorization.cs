using System.Net.Http.Headers;
using System.Text;

namespace Confluence.Sandbox.Access;

/// <summary>What an <c>Authorization</c> header holds: a token, with the e-mail address when the scheme is Basic.</summary>
internal readonly record struct Authorization(string? Email, string Token)
{
    public bool IsBearer => Email is null;

    public static bool TryRead(string? header, out Authorization authorization)
    {
        authorization = default;
        if (!AuthenticationHeaderValue.TryParse(header, out AuthenticationHeaderValue? value) || value.Parameter is null)
        {
            return false;
        }

        if (value.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            authorization = new Authorization(null, value.Parameter);
            return true;
        }

        byte[] bytes = new byte[value.Parameter.Length];
        if (!value.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(value.Parameter, bytes, out int length))
        {
            return false;
        }

        string pair = Encoding.UTF8.GetString(bytes, 0, length);
        int colon = pair.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return false;
        }

        authorization = new Authorization(pair[..colon], pair[(colon + 1)..]);
        return true;
    }

    // The record would print the token.
    public override string ToString() => IsBearer ? "Bearer" : $"Basic of {Email}";
}
