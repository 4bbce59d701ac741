using System.Collections.Concurrent;
using System.Reflection;
using Confluence.Generated.Configuration;
using Confluence.Generated.Retrieval;
using Confluence.Sandbox;

namespace Confluence.Generated.Tests.Configuration;

/// <summary>Each setting of a call reaches each request, however the call comes about.</summary>
public sealed class SettingsReachCallsTests(SettingsReachCallsTests.Site site) : IClassFixture<SettingsReachCallsTests.Site>
{
    public static TheoryData<string, string> All =>
        new(from way in SettingWalks.Retrievals.Keys.Concat(SettingWalks.Calls.Keys) from setting in SettingProbes.Names select (way, setting));

    [Fact]
    public void There_is_a_probe_for_each_setting() => Assert.Equal(SettingProbes.Properties.Select(static property => property.Name).Order(), SettingProbes.Names.Order());

    [Fact]
    public void There_is_a_walk_for_each_retrieval() => Assert.Equal(
        from area in typeof(RetrievalClient).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        from method in area.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        where method.GetParameters().Any(static parameter => parameter.ParameterType.IsAssignableTo(typeof(ConfluenceRequestOptions)))
        orderby $"{area.Name}.{method.Name}"
        select $"{area.Name}.{method.Name}",
        SettingWalks.Retrievals.Keys.Order());

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_request_has_the_setting(string way, string setting)
    {
        SettingProbe probe = SettingProbes.Of(setting);
        using WatchedSite watched = new(site.Sandbox, probe);

        await (SettingWalks.Retrievals.GetValueOrDefault(way) ?? SettingWalks.Calls[way])(watched, probe.Settings);

        Assert.NotEmpty(watched.Answered);
        probe.Check(watched);
    }

    [Fact]
    public async Task The_walks_make_every_call_that_retrievals_make()
    {
        ConcurrentBag<string> made = [];
        foreach (Func<WatchedSite, CallSettings, Task> walk in SettingWalks.Retrievals.Values)
        {
            SettingProbe probe = new(new CallSettings { OnResponse = details => made.Add(details.Operation.Name) }, static _ => { });
            using WatchedSite watched = new(site.Sandbox, probe);
            await walk(watched, probe.Settings);
        }

        IEnumerable<string> called = CalledOperations.From("Confluence.Generated.Retrieval");
        Assert.NotEmpty(called);
        Assert.Empty(called.Except(made));
    }

    /// <summary>One site for all: nobody changes it.</summary>
    public sealed class Site : IAsyncLifetime
    {
        internal ConfluenceSandbox Sandbox { get; private set; } = null!; // Set before the first test.

        public async ValueTask InitializeAsync() =>
            Sandbox = await ConfluenceSandbox.StartAsync(new SandboxOptions { Seed = 7, Pages = 8, BlogPosts = 12, Spaces = 2, Users = 12 }, TestContext.Current.CancellationToken);

        public ValueTask DisposeAsync() => Sandbox.DisposeAsync();
    }
}
