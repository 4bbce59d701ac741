using Confluence.Cli.Surroundings;

namespace Confluence.Cli.Doctor;

/// <summary>The proxy through which requests to the site go.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Variable">The environment variable that names it; null when the settings of the system do.</param>
internal sealed record ProxyInUse(Uri Address, string? Variable)
{
    private const string What = "Proxy";

    private static readonly string[] s_ofHttps = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
    private static readonly string[] s_ofHttp = ["http_proxy", "all_proxy", "ALL_PROXY"];

    /// <summary>Finds out which proxy is used for the site, and says so where there is one or where a variable names one to no effect.</summary>
    public static ProxyInUse? Find(Uri site, CliEnvironment environment, DoctorReport report)
    {
        string? variable = (site.Scheme == Uri.UriSchemeHttp ? s_ofHttp : s_ofHttps).FirstOrDefault(name => !string.IsNullOrWhiteSpace(environment.Variable(name)));
        Uri? address = environment.Proxy.GetProxy(site);
        if (address is not null && address != site && !environment.Proxy.IsBypassed(site))
        {
            ProxyInUse proxy = new(address, variable);
            report.Add(Finding.Ok(What, $"requests go through {proxy}"));
            return proxy;
        }

        if (variable is not null)
        {
            report.Add(address is null
                ? Finding.Warning(What, $"none is used: {variable} is set, but not to the address of a proxy", $"Set {variable} to an address such as http://proxy.example.com:3128, or remove it.")
                : Finding.Ok(What, $"none for this site, which is excepted from {variable} (NO_PROXY)"));
        }

        return null;
    }

    /// <summary>Gets what to do when it fails.</summary>
    public string Remedy => Variable is null
        ? "Check the proxy in the settings of the system, or except the site from it (NO_PROXY)."
        : $"Check {Variable}: set it to the proxy of your network, remove it where there is none, or name the site in NO_PROXY.";

    /// <summary>Names the proxy, without the user name and password that its address may hold.</summary>
    public override string ToString() => $"{Address.Scheme}://{Address.Host}:{Address.Port} ({Variable ?? "from the settings of the system"})";
}
