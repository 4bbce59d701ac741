using System.Text.Json;
using Confluence.Generated.Tests.Contract.Wire;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Contract;

public sealed class PageTests : IDisposable
{
    private const string PagePath = "/wiki/api/v2/pages/42";

    private readonly WireServer _wire = new();

    [Fact]
    public async Task A_page_is_read_with_everything_that_can_be_included()
    {
        const string Page = """
            {"id":"42","status":"current","title":"T","spaceId":"1","parentId":"7","parentType":"galaxy","position":null,"authorId":"a-1","createdAt":"2026-05-27T07:09:12Z",
             "version":{"number":2,"createdAt":"2026-05-28T07:09:12.5Z","contributorIds":["a-1"]},
             "body":{"storage":{"representation":"storage","value":"<p/>","embeddedContent":[]}},
             "labels":{"results":[{"id":"1","name":"red","prefix":"global"}],"meta":{"hasMore":true,"cursor":"l","count":1},"_links":{"self":"/api/v2/pages/42/labels"}},
             "properties":{"results":[{"id":"2","key":"k","value":{"any":[1,null,"x"]},"version":{"number":1}}],"meta":{"hasMore":false},"_links":{"self":"p"}},
             "operations":{"results":[{"operation":"orbit","targetType":"page"}],"meta":{"hasMore":false},"_links":{"self":"o"}},
             "likes":{"results":[{"accountId":"a-2"}],"meta":{"hasMore":false},"_links":{"self":"l"}},
             "versions":{"results":[{"number":1,"authorId":"a-1","minorEdit":true}],"meta":{"hasMore":false},"_links":{"self":"v"}},
             "isFavoritedByCurrentUser":true,"ownerId":null,"lastOwnerId":null,"webresources":{"keys":[]},
             "_links":{"webui":"/w","editui":"/e","tinyui":"/x/t","base":"https://site.example/wiki"}}
            """;
        _wire.Script("GET", PagePath, WireAnswer.Json(Page));

        PageDetails page = await _wire.Client.Pages.GetPageByIdAsync("42", new GetPageByIdOptions
        {
            BodyFormat = BodyDetailsFormat.Storage,
            GetDraft = false,
            Statuses = [ContentStatus.Current, ContentStatus.Trashed],
            Version = 2,
            IncludeLabels = true,
            IncludeProperties = true,
            IncludeOperations = true,
            IncludeLikes = true,
            IncludeVersions = true,
            IncludeVersion = false,
            IncludeFavoritedByCurrentUserStatus = true,
            IncludeWebResources = true,
            IncludeCollaborators = true,
            IncludeDirectChildren = false,
        });

        _wire.Request.Is("GET", PagePath, "body-format=storage", "get-draft=false", "status=current", "status=trashed", "version=2",
            "include-labels=true", "include-properties=true", "include-operations=true", "include-likes=true", "include-versions=true",
            "include-version=false", "include-favorited-by-current-user-status=true", "include-webresources=true",
            "include-collaborators=true", "include-direct-children=false");
        Assert.Equal(new ParentContentType("galaxy"), page.ParentType);
        Assert.Equal("red", Assert.Single(page.Labels?.Results ?? []).Name);
        Assert.Equal("l", page.Labels?.Meta?.Cursor);
        Assert.Equal("orbit", Assert.Single(page.Operations?.Results ?? []).Operation);
        Assert.Equal("a-2", Assert.Single(page.Likes?.Results ?? []).AccountId);
        Assert.True(Assert.Single(page.Versions?.Results ?? []).MinorEdit);
        Assert.Equal(JsonValueKind.Array, Assert.Single(page.Properties?.Results ?? []).Value?.GetProperty("any").ValueKind);
        Assert.True(page.IsFavoritedByCurrentUser);
        Assert.Equal("/x/t", page.Links?.TinyUi);
        WireJson.AssertWritesBack(page, Page);
    }

    [Fact]
    public async Task Scalars_of_another_kind_are_read_and_written_back_as_they_came()
    {
        const string Page = """{"id":42,"title":"T","position":"7","status":null,"createdAt":"some day","version":{"number":"3","minorEdit":"true"},"body":[],"labels":"none"}""";
        _wire.Script("GET", PagePath, WireAnswer.Json(Page));

        PageDetails page = await _wire.Client.Pages.GetPageByIdAsync("42");

        Assert.Equal("42", page.Id);
        Assert.Equal(7, page.Position);
        Assert.Equal(3, page.Version?.Number);
        Assert.Equal("createdAt", Assert.Throws<ConfluenceResponseException>(() => page.CreatedAt).Member);
        Assert.Null(page.Body);
        Assert.Null(page.Labels);
        WireJson.AssertWritesBack(page, Page);
    }

    [Fact]
    public async Task A_page_is_created()
    {
        _wire.Script("POST", "/wiki/api/v2/pages", WireAnswer.Json("""{"id":"43","status":"current","title":"Größe","version":{"number":1},"body":{}}"""));

        PageDetails page = await _wire.Client.Pages.CreatePageAsync(new PageCreateRequest
        {
            SpaceId = "1001",
            Status = ContentStatus.Current,
            Title = "Größe \"図\"",
            ParentId = "7",
            Body = new PageBodyWrite { Representation = BodyWriteRepresentation.Storage, Value = "<p>a & b</p>" },
            AdditionalProperties = new Dictionary<string, JsonElement> { ["futureMember"] = JsonElement.Parse("[1,2]") },
        }, new CreatePageOptions { Private = true, RootLevel = false });

        _wire.Request.Is("POST", "/wiki/api/v2/pages", "private=true", "root-level=false");
        Assert.Equal("application/json", _wire.Request.Header("Content-Type"));
        WireJson.AssertSame("""{"spaceId":"1001","status":"current","title":"Größe \"図\"","parentId":"7","body":{"representation":"storage","value":"<p>a & b</p>"},"futureMember":[1,2]}""", _wire.Request.Body);
        Assert.Equal("43", page.Id);
        Assert.NotNull(page.Body);
        Assert.Null(page.Body.Storage);
    }

    [Fact]
    public async Task A_page_is_updated_and_the_answer_may_keep_the_old_version()
    {
        _wire.Script("PUT", PagePath, WireAnswer.Json("""{"id":"42","version":{"number":3}}"""));

        PageDetails page = await _wire.Client.Pages.UpdatePageAsync("42", new PageUpdateRequest
        {
            Id = "42",
            Status = ContentStatus.Current,
            Title = "T",
            Body = new PageBodyWrite { Representation = BodyWriteRepresentation.AtlasDocFormat, Value = "{}" },
            Version = new VersionUpdate { Number = 4, Message = "by contract" },
        });

        _wire.Request.Is("PUT", PagePath);
        Assert.Equal("application/json", _wire.Request.Header("Content-Type"));
        WireJson.AssertSame("""{"id":"42","status":"current","title":"T","body":{"representation":"atlas_doc_format","value":"{}"},"version":{"number":4,"message":"by contract"}}""", _wire.Request.Body);
        Assert.Equal(3, page.Version?.Number);
    }

    [Fact]
    public async Task A_value_of_an_enum_that_was_never_set_is_refused_before_anything_is_sent()
    {
        PageTitleUpdateRequest body = new() { Status = default, Title = "T" };

        Exception exception = await WireServer.FailsAsync<JsonException>(() => _wire.Client.Pages.UpdatePageTitleAsync("42", body));

        Assert.Contains("status", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_wire.Requests);
    }

    [Fact]
    public async Task A_page_is_deleted_and_no_answer_is_expected()
    {
        _wire.Script("DELETE", PagePath, new WireAnswer(204));

        await _wire.Client.Pages.DeletePageAsync("42", new DeletePageOptions { Purge = true });

        _wire.Request.Is("DELETE", PagePath, "purge=true");
        Assert.Null(_wire.Request.Header("Content-Type"));
        Assert.Empty(_wire.Request.Bytes);
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("ü ?#&=+%", "%C3%BC%20%3F%23%26%3D%2B%25")]
    [InlineData("..%2F..", "..%252F..")]
    public async Task An_argument_cannot_break_out_of_its_segment_of_the_path(string id, string segment)
    {
        await using RawServer server = new(RawServer.Answer("""{"id":"1"}"""));
        using CapturedLog log = new();
        using ConfluenceClient client = server.CreateClient(log);

        PageDetails page = await client.Pages.GetPageByIdAsync(id);

        Assert.Equal("1", page.Id);
        Assert.StartsWith($"GET /wiki/api/v2/pages/{segment} HTTP/1.1\r\n", Assert.Single(server.Heads), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_argument_that_would_lead_to_another_operation_is_refused(string id)
    {
        ArgumentException exception = await WireServer.FailsAsync<ArgumentException>(() => _wire.Client.Pages.GetPageByIdAsync(id));

        Assert.Equal("pageId", exception.ParamName);
        Assert.Empty(_wire.Requests);
    }

    public void Dispose() => _wire.Dispose();
}
