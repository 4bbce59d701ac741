using System.Text.Json;

namespace Confluence.Sandbox.Tests;

/// <summary>A space whose key was changed: two names for lists, one in addresses, and the first one alone for CQL.</summary>
public sealed class SpaceAliasTests : IAsyncLifetime
{
    private SandboxSession _session = null!; // Set before each test, in InitializeAsync.
    private string _key = "";

    public async ValueTask InitializeAsync()
    {
        await using (ConfluenceSandbox any = await ConfluenceSandbox.StartAsync(new SandboxOptions { Pages = 20 }, TestContext.Current.CancellationToken))
        {
            _key = any.Truth.SpaceKeys.First();
        }

        _session = await SandboxSession.StartAsync(With(_key.ToLowerInvariant(), "Renamed"));
    }

    public ValueTask DisposeAsync() => _session.DisposeAsync();

    [Fact]
    public async Task Both_names_find_the_space_which_keeps_its_key()
    {
        foreach (string name in (string[])[_key, "Renamed", "RENAMED"])
        {
            JsonElement space = Assert.Single(await _session.WalkAsync("/wiki/api/v2/spaces?keys=" + name));
            Assert.Equal((_key, "Renamed"), (space.GetProperty("key").GetString(), space.GetProperty("currentActiveAlias").GetString()));
            Assert.Equal("/spaces/Renamed", space.GetProperty("_links").GetProperty("webui").GetString());
        }

        Assert.Single(await _session.WalkAsync($"/wiki/api/v2/spaces?keys={_key},Renamed"));
        Assert.Equal(_session.Truth.PageIdsInSpace(_key), _session.Truth.PageIdsInSpace("renamed"));
        JsonElement page = await _session.GetAsync("/wiki/api/v2/pages/" + _session.Truth.PageIdsInSpace(_key).First());
        Assert.StartsWith("/spaces/Renamed/", page.GetProperty("_links").GetProperty("webui").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CQL_knows_the_key_of_the_space_alone()
    {
        Assert.NotEqual(0, await FoundAsync(_key));
        Assert.Equal(0, await FoundAsync("Renamed"));
    }

    [Fact]
    public async Task The_other_spaces_are_their_own_alias()
    {
        foreach (JsonElement space in (await _session.WalkAsync("/wiki/api/v2/spaces")).Skip(1))
        {
            Assert.Equal(space.GetProperty("key").GetString(), space.GetProperty("currentActiveAlias").GetString());
        }
    }

    [Theory]
    [InlineData("NOSUCH9", "New", "names the space 'NOSUCH9', which the sandbox does not have")]
    [InlineData("{key}", "{key}", "which is the key of a space")]
    [InlineData("{key}", "", "Give letters and digits only")]
    [InlineData("{key}", "A B", "Give letters and digits only")]
    public async Task An_alias_that_cannot_be_one_is_refused(string key, string alias, string message)
    {
        SandboxOptions options = With(key.Replace("{key}", _key, StringComparison.Ordinal), alias.Replace("{key}", _key, StringComparison.Ordinal));

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => ConfluenceSandbox.StartAsync(options, TestContext.Current.CancellationToken));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_spaces_cannot_have_one_alias()
    {
        SandboxOptions options = With("A1", "New");
        options.SpaceAliases["B2"] = "NEW";

        Assert.Contains("gives the key 'NEW' to two spaces", Assert.Throws<ArgumentException>(options.Validate).Message, StringComparison.Ordinal);
    }

    private static SandboxOptions With(string key, string alias)
    {
        SandboxOptions options = new() { Pages = 20 };
        options.SpaceAliases[key] = alias;
        return options;
    }

    private async Task<int> FoundAsync(string key) =>
        (await _session.GetAsync($"/wiki/rest/api/search?cql=type%3Dpage%20and%20space%3D{key}")).GetProperty("results").GetArrayLength();
}
