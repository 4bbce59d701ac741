namespace Confluence.Sandbox.Tests.OAuth;

public sealed class AppOptionTests
{
    [Fact]
    public void An_app_shows_its_client_id_and_never_its_secret()
    {
        Assert.Equal("App client-1", new SandboxApp("client-1", "s3cret").ToString());
        Assert.DoesNotContain(typeof(SandboxApp).GetProperties(), static property => property.Name.Contains("Secret", StringComparison.Ordinal));
        Assert.Contains("client id", Assert.Throws<ArgumentException>(() => new SandboxApp("", "s3cret")).Message, StringComparison.Ordinal);
        ArgumentException error = Assert.Throws<ArgumentException>(() => new SandboxApp("client-1", "two words"));
        Assert.Contains("printable ASCII", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("two words", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_defaults_are_the_documented_ones()
    {
        SandboxApp app = new("client-1", "s3cret");

        Assert.Equal((SandboxConsent.Ask, false, true, true), (app.Consent, app.IsServiceAccount, app.IsOnThisSite, app.ReuseRevokesFamily));
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromDays(90)), (app.AccessTokenLifetime, app.RefreshTokenIdleLifetime));
        Assert.Equal((0, 0, 0), (app.RedirectUris.Count, app.Scopes.Count, app.FurtherSites.Count));
    }

    [Fact]
    public async Task Changes_after_the_start_do_not_reach_the_sandbox()
    {
        SandboxApp? kept = null;
        await using OAuthSession session = await OAuthSession.StartAsync(app => kept = app);
        Assert.NotNull(kept);
        kept.Consent = SandboxConsent.Decline;
        kept.RedirectUris.Clear();

        Assert.NotEqual("", await session.CodeAsync());
    }

    public static TheoryData<string, SandboxApp[]> BadApps => new()
    {
        { "Apps[0] is null.", [null!] }, // The misuse under test.
        { "Apps[1] has the client id of another app.", [New(), New()] },
        { "Apps[0].AccessTokenLifetime is 00:00:00. Give a value from 00:00:01", [new SandboxApp("a", "b") { AccessTokenLifetime = TimeSpan.Zero }] },
        { "Apps[0].RefreshTokenIdleLifetime is -00:00:01.", [new SandboxApp("a", "b") { RefreshTokenIdleLifetime = TimeSpan.FromSeconds(-1) }] },
        { "Apps[0].Consent is 7. Give one of Ask, Accept, Decline.", [new SandboxApp("a", "b") { Consent = (SandboxConsent)7 }] },
        { "Apps[0].RedirectUris holds", [new SandboxApp("a", "b") { RedirectUris = { new Uri("/callback", UriKind.Relative) } }] },
        { "Apps[0].RedirectUris holds", [new SandboxApp("a", "b") { RedirectUris = { new Uri("https://app.example/#here") } }] },
        { "Apps[0].RedirectUris holds", [new SandboxApp("a", "b") { RedirectUris = { null! } }] }, // The misuse under test.
        { "Apps[0].Scopes holds", [new SandboxApp("a", "b") { Scopes = { "two scopes" } }] },
        { "Apps[0].FurtherSites holds", [new SandboxApp("a", "b") { FurtherSites = { new SandboxSite("", "Other", new Uri("https://other.example")) } }] },
        { "Apps[0].FurtherSites holds", [new SandboxApp("a", "b") { FurtherSites = { new SandboxSite("c", "Other", new Uri("/other", UriKind.Relative)) } }] },
    };

    [Theory]
    [MemberData(nameof(BadApps), DisableDiscoveryEnumeration = true)]
    public async Task An_app_that_cannot_be_served_is_named_by_its_place(string message, SandboxApp[] apps)
    {
        SandboxOptions options = new();
        foreach (SandboxApp app in apps)
        {
            options.Apps.Add(app);
        }

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => ConfluenceSandbox.StartAsync(options, TestContext.Current.CancellationToken));

        Assert.StartsWith("SandboxOptions." + message, error.Message, StringComparison.Ordinal);
    }

    private static SandboxApp New() => new("client-1", "s3cret");
}
