using Confluence.Generated.Tests.Contract.Wire;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Contract;

public sealed class SpaceTests : IDisposable
{
    private readonly WireServer _wire = new();

    [Fact]
    public async Task Spaces_are_listed_by_their_keys()
    {
        const string Space = """{"id":"18753814575","key":"DEV","name":"Development","type":"observatory","status":"current","authorId":"a-1","createdAt":"2026-05-27T07:09:12Z","homepageId":"7","description":null,"icon":null,"currentActiveAlias":"DEV","_links":{"webui":"/spaces/DEV","self":"x"},"spaceFlavour":[1,{"a":null}]}""";
        const string Page = $$$"""{"results":[{{{Space}}}],"_links":{"base":"https://site.example/wiki"}}""";
        _wire.Script("GET", "/wiki/api/v2/spaces", WireAnswer.Json(Page));

        ResultPage<Space> page = await _wire.Client.Spaces.GetSpacesAsync(new GetSpacesOptions
        {
            Keys = ["DEV", "~ada"],
            Status = SpaceStatus.Current,
            Sort = SpaceSortOrder.KeyDescending,
            DescriptionFormat = SpaceDescriptionBodyFormat.Plain,
            IncludeIcon = true,
            PageSize = 250,
        }).AsPages().SingleAsync();

        _wire.Request.Is("GET", "/wiki/api/v2/spaces", "keys=DEV", "keys=~ada", "status=current", "sort=-key", "description-format=plain", "include-icon=true", "limit=250");
        Space space = Assert.Single(page.Items);
        Assert.Equal("18753814575", space.Id);
        Assert.Equal(new SpaceType("observatory"), space.Type);
        Assert.Equal(SpaceStatus.Current, space.Status);
        Assert.Equal(new DateTimeOffset(2026, 5, 27, 7, 9, 12, TimeSpan.Zero), space.CreatedAt);
        Assert.Null(space.Icon);
        Assert.Null(space.Description);
        WireJson.AssertWritesBack(space, Space);
        Assert.Equal("https://site.example/wiki", page.AdditionalProperties["_links"].GetProperty("base").GetString());
    }

    [Fact]
    public async Task A_space_is_read_with_its_included_collections()
    {
        const string Space = """{"id":"5","key":"DEV","permissions":{"results":[{"id":"9","principal":{"type":"access-class","id":"p"},"operation":{"key":"manage_guest_users","targetType":"space"}}],"meta":{"hasMore":true,"cursor":"c1","count":1},"_links":{"self":"/api/v2/spaces/5/permissions"}},"labels":{"results":[],"meta":{"hasMore":false},"_links":{"self":"x"}},"_links":{"base":"https://site.example/wiki"}}""";
        _wire.Script("GET", "/wiki/api/v2/spaces/5", WireAnswer.Json(Space));

        SpaceDetails space = await _wire.Client.Spaces.GetSpaceByIdAsync(
            "5", new GetSpaceByIdOptions { IncludePermissions = true, IncludeLabels = true, IncludeIcon = false });

        _wire.Request.Is("GET", "/wiki/api/v2/spaces/5", "include-permissions=true", "include-labels=true", "include-icon=false");
        SpacePermissionAssignment assignment = Assert.Single(space.Permissions?.Results ?? []);
        Assert.Equal("access-class", assignment.Principal.Type.Value);
        Assert.Equal("manage_guest_users", assignment.Operation.Key.Value);
        Assert.Equal("c1", space.Permissions?.Meta?.Cursor);
        Assert.False(space.Labels?.Meta?.HasMore);
        WireJson.AssertWritesBack(space, Space);
    }

    public void Dispose() => _wire.Dispose();
}
