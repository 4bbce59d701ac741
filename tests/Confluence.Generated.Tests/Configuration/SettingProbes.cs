using System.Reflection;
using Confluence.Generated.Configuration;
using Confluence.Generated.Tests.Http;

namespace Confluence.Generated.Tests.Configuration;

/// <summary>A setting, and how to see that each request of a call had it.</summary>
/// <param name="Settings">The settings to call with.</param>
/// <param name="Check">Looks at what a site was asked.</param>
internal sealed record SettingProbe(CallSettings Settings, Action<WatchedSite> Check)
{
    /// <summary>How long the site makes each request wait at first; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>One probe for each setting.</summary>
internal static class SettingProbes
{
    /// <summary>Shorter than what retrievals allow their own questions, and like no other time here.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(41);

    private static readonly Dictionary<string, Func<SettingProbe>> s_probes = new(StringComparer.Ordinal)
    {
        [nameof(CallSettings.Timeout)] = static () => new(
            new CallSettings { Timeout = Timeout },
            static site => Assert.Equal(site.Answered.Count, site.Clock.Started.Count(static length => length == Timeout))),

        // Each call has to wait for longer than others do by themselves, and fails without the setting.
        [nameof(CallSettings.IsOfRetrieval)] = static () => new(new CallSettings { IsOfRetrieval = true }, AssertRefusedOnce) { RetryAfter = TimeSpan.FromSeconds(70) },
        [nameof(CallSettings.MaxWait)] = static () => new(new CallSettings { MaxWait = TimeSpan.FromDays(9) }, AssertRefusedOnce) { RetryAfter = TimeSpan.FromMinutes(80) },
        [nameof(CallSettings.OnWait)] = static () =>
        {
            int told = 0;
            return new(new CallSettings { OnWait = _ => Interlocked.Increment(ref told), MaxWait = TimeSpan.FromDays(9) }, site =>
            {
                AssertRefusedOnce(site);
                Assert.Equal(site.Refused.Count, told);
            })
            { RetryAfter = TimeSpan.FromSeconds(30) };
        },
        [nameof(CallSettings.OnResponse)] = static () =>
        {
            int told = 0;
            return new(new CallSettings { OnResponse = _ => Interlocked.Increment(ref told) }, site => Assert.Equal(site.Answered.Count(static sent => !IsControl(sent)), told));
        },
        [nameof(CallSettings.AdditionalQuery)] = static () => new(
            new CallSettings { AdditionalQuery = new Dictionary<string, string> { ["probe"] = "a&b" } },
            static site => Assert.All(site.Answered, static sent => Assert.Single(sent.Uri.Query.TrimStart('?').Split('&'), "probe=a%26b"))),
        [nameof(CallSettings.AdditionalHeaders)] = static () => new(
            new CallSettings { AdditionalHeaders = new Dictionary<string, string> { ["X-Probe"] = "a" } },
            static site => Assert.All(site.Answered, static sent => Assert.Equal("a", sent.Header("X-Probe")))),
    };

    /// <summary>All settings there are.</summary>
    public static IReadOnlyList<PropertyInfo> Properties { get; } =
        [.. typeof(CallSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite)];

    /// <summary>Those that callers set. That a call belongs to a retrieval is known to the retrieval alone.</summary>
    public static IEnumerable<PropertyInfo> OfCallers => Properties.Where(static property => property.Name != nameof(CallSettings.IsOfRetrieval));

    public static IReadOnlyCollection<string> Names => s_probes.Keys;

    /// <summary>Settings that are all set.</summary>
    public static CallSettings Everything { get; } = Merge();

    public static SettingProbe Of(string name) => s_probes[name]();

    /// <summary>
    /// Whether a request is the question of a retrieval whether the site still works, whose answer belongs to no walk: <see cref="CallSettings.OnResponse"/> is the one
    /// setting that it does not have.
    /// </summary>
    private static bool IsControl(Sent sent) => sent.Uri.AbsolutePath.EndsWith("/spaces", StringComparison.Ordinal) && sent.Uri.Query == "?limit=1";

    private static void AssertRefusedOnce(WatchedSite site)
    {
        Assert.Equal(site.Answered.Count, site.Refused.Count);
        Assert.Empty(site.Refused.Select(static sent => sent.Uri).Except(site.Answered.Select(static sent => sent.Uri)));
    }

    private static CallSettings Merge()
    {
        CallSettings all = new();
        foreach (PropertyInfo property in Properties)
        {
            property.SetValue(all, property.GetValue(Of(property.Name).Settings));
        }

        return all;
    }
}
