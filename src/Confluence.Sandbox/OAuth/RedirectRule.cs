namespace Confluence.Sandbox.OAuth;

/// <summary>Decides which addresses a browser may be sent back to.</summary>
internal static class RedirectRule
{
    public static bool Allows(SandboxApp app, string redirectUri) =>
        Uri.TryCreate(redirectUri, UriKind.Absolute, out Uri? asked) && app.RedirectUris.Any(registered => Fits(registered, asked));

    private static bool Fits(Uri registered, Uri asked) => registered.AbsoluteUri == asked.AbsoluteUri
        || (IsLoopbackWithoutPort(registered) && registered.AbsoluteUri == WithoutPort(asked));

    // A program on the own machine listens on whatever port is free, and learns it after it was registered.
    private static bool IsLoopbackWithoutPort(Uri address) =>
        address.Scheme == Uri.UriSchemeHttp && address.IsDefaultPort && (address.Host is "127.0.0.1" or "localhost");

    private static string WithoutPort(Uri address) => new UriBuilder(address) { Port = -1 }.Uri.AbsoluteUri;
}
