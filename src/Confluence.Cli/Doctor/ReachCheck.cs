using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Confluence.Cli.Settings;
using Confluence.Generated;

namespace Confluence.Cli.Doctor;

/// <summary>
/// Asks the site for its cloud id, without the credential: whether there is a way to the site, and whether it is one. The places where the way
/// can end need different remedies, so they are told apart.
/// </summary>
internal sealed class ReachCheck(HttpClient http, ConfluenceSite site, ProxyInUse? proxy, TimeSpan longest, DoctorReport report)
{
    private const string What = "Site reachable";
    private const string CloudId = "Cloud id";
    private const string TenantInfo = "/_edge/tenant_info";

    /// <summary>Gets the cloud id; null as long as it is not known.</summary>
    public string? Id { get; private set; } = site.CloudId;

    /// <summary>Runs the check.</summary>
    /// <returns>Whether it makes sense to go on.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(longest);
        try
        {
            // The gateway has no such page. Its answer to a call without a credential says that it is there.
            Uri address = new(site + (site.IsGateway ? "/wiki/rest/api/user/current" : TenantInfo));
            using HttpResponseMessage answer = await http.GetAsync(address, limit.Token).ConfigureAwait(false);
            string body = await answer.Content.ReadAsStringAsync(limit.Token).ConfigureAwait(false);
            return Judge(answer, body);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            report.Add(Finding.Failed(
                What,
                FormattableString.Invariant($"no answer from {site.BaseAddress.Host}{(proxy is null ? "" : $" through the proxy {proxy}")} within {longest.TotalSeconds:0} seconds"),
                proxy is null
                    ? "A firewall may swallow the requests. Try the address in a browser on the same machine; if it works there, set HTTPS_PROXY as the browser does."
                    : $"The proxy may not let requests to the site pass. {proxy.Remedy}"));
            return false;
        }
        catch (HttpRequestException exception)
        {
            report.Add(proxy is null ? Unreachable(exception) : ProxyFailed(proxy, exception) ?? Unreachable(exception));
            return false;
        }
    }

    private bool Judge(HttpResponseMessage answer, string body)
    {
        if (answer.IsSuccessStatusCode && (answer.Content.Headers.ContentType?.MediaType == "text/html" || IsWebPage(body)))
        {
            report.Add(WebPage(What, site.BaseAddress.Host));
            return false;
        }

        if ((int)answer.StatusCode is >= 300 and < 400)
        {
            string where = answer.Headers.Location is { IsAbsoluteUri: true } location ? $"to the host {location.Host}" : "elsewhere";
            report.Add(Finding.Failed(
                What,
                $"{site.BaseAddress.Host} answers, and points {where}",
                $"The site may have been renamed, or a login page stands in front of it. Open {site} in a browser and set {SourceSettingsReader.SiteVariable} to the host that stays in its address."));
            return false;
        }

        if (site.IsGateway)
        {
            report.Add(Finding.Ok(What, $"{site.BaseAddress.Host} answers"));
            report.Add(Finding.Ok(CloudId, $"{site.CloudId}, from the address; whether it is right shows below"));
            return true;
        }

        Id = answer.IsSuccessStatusCode ? CloudIdOf(body) : null;
        if (Id is not null)
        {
            report.Add(Finding.Ok(What, $"{site.BaseAddress.Host} answers as a Confluence Cloud site"));
            report.Add(Finding.Ok(CloudId, Id));
            return true;
        }

        bool isNoSite = answer.StatusCode == HttpStatusCode.NotFound && site.BaseAddress.Host.EndsWith(".atlassian.net", StringComparison.Ordinal);
        if (isNoSite)
        {
            report.Add(Finding.Failed(
                What,
                $"Atlassian answers that there is no site {site.BaseAddress.Host} (404)",
                $"Check the spelling in {SourceSettingsReader.SiteVariable} against the address in a browser, and whether the site was renamed, deactivated or deleted."));
            return false;
        }

        report.Add(Finding.Ok(What, $"{site.BaseAddress.Host} answers"));
        report.Add(Finding.Warning(
            CloudId,
            FormattableString.Invariant($"not told: {TenantInfo} answered {(int)answer.StatusCode}"),
            $"It is needed for the gateway only. If {site} is no Confluence Cloud site (Data Center has another API), nothing below will work."));
        return true;
    }

    private Finding Unreachable(HttpRequestException exception)
    {
        string host = site.BaseAddress.Host;
        return exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => Finding.Failed(
                What,
                $"the name {host} cannot be resolved (DNS)",
                $"Check the spelling in {SourceSettingsReader.SiteVariable}. If it is right, this machine has no network or no name server; behind a proxy, set HTTPS_PROXY."),
            HttpRequestError.SecureConnectionError when !IsAboutCertificate(exception) => Finding.Failed(
                What,
                FormattableString.Invariant($"{host} answers on port {site.BaseAddress.Port}, but not with TLS as https needs it ({Innermost(exception)})"),
                $"Check the address and the port in {SourceSettingsReader.SiteVariable}: something that speaks plain http may listen there. A proxy or a firewall that cuts TLS connections does the same."),
            HttpRequestError.SecureConnectionError => Finding.Failed(
                What,
                $"{host} answers, but with no TLS certificate that this machine trusts ({Innermost(exception)})",
                "A proxy that looks into TLS probably stands in between: have its root certificate installed on this machine (on Linux also through SSL_CERT_FILE). A clock that is wrong does the same."),
            HttpRequestError.ProxyTunnelError => Finding.Failed(
                What,
                "the proxy refuses to connect",
                "Check HTTPS_PROXY and its user name and password, or name the site in NO_PROXY."),
            HttpRequestError.ConnectionError when SocketErrorOf(exception) == SocketError.ConnectionRefused => Finding.Failed(
                What,
                FormattableString.Invariant($"{host} refuses the connection on port {site.BaseAddress.Port}"),
                "The machine is there, and nothing listens on that port. Check the address and the port; a firewall or a local proxy may refuse too."),
            HttpRequestError.ConnectionError => Finding.Failed(
                What,
                $"there is no way to {host} ({SocketErrorOf(exception)?.ToString() ?? Innermost(exception)})",
                "Check the network and the firewall; behind a proxy, set HTTPS_PROXY."),
            _ => Finding.Failed(
                What,
                $"the connection to {host} broke ({Innermost(exception)})",
                "Try again. If it stays so, something between this machine and the site ends connections: ask whoever runs the network."),
        };
    }

    /// <summary>What it means when there is no way to the proxy, which says nothing about the site; null when the failure lies behind it.</summary>
    private Finding? ProxyFailed(ProxyInUse used, HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => Finding.Failed(What, $"not known: the name of the proxy {used} cannot be resolved (DNS)", used.Remedy),
        HttpRequestError.ConnectionError when SocketErrorOf(exception) == SocketError.ConnectionRefused => Finding.Failed(
            What, $"not known: the proxy {used} refuses the connection; the site itself was not asked", used.Remedy),
        HttpRequestError.ConnectionError => Finding.Failed(
            What, $"not known: there is no way to the proxy {used} ({SocketErrorOf(exception)?.ToString() ?? Innermost(exception)})", used.Remedy),
        HttpRequestError.ProxyTunnelError => Finding.Failed(
            What,
            $"the proxy {used} does not connect to {site.BaseAddress.Host} ({Innermost(exception)})",
            $"Check the user name and password of the proxy (407), and whether it may connect to the site (403, 502). {used.Remedy}"),
        _ => null,
    };

    private static bool IsAboutCertificate(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What it means when a web page comes where the API should answer.</summary>
    public static Finding WebPage(string what, string host) => Finding.Failed(
        what,
        $"a web page arrived where the API of {host} should answer",
        "A proxy, a captive portal or a login page stands in between. Open the address in a browser on the same machine and see what it asks for; "
        + "have the site excepted from it, or set HTTPS_PROXY or NO_PROXY.");

    /// <summary>Whether what arrived instead of JSON is a web page.</summary>
    public static bool IsWebPage(string? text) => text.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal);

    private static string? CloudIdOf(string body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("cloudId", out JsonElement id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()
                : null;
        }
        catch (JsonException)
        {
            // What is no JSON tells no cloud id; the finding says so.
            return null;
        }
    }

    private static SocketError? SocketErrorOf(Exception exception) =>
        exception is SocketException socket ? socket.SocketErrorCode : exception.InnerException is { } inner ? SocketErrorOf(inner) : null;

    private static string Innermost(Exception exception) => exception.GetBaseException().Message.TrimEnd('"').TrimEnd('.');
}
