using Confluence.Generated.V1.Models;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.ReadModifyWrite;

/// <summary>The requests that write properties, tasks, roles, spaces, settings and templates back.</summary>
public sealed class PropertyRequestTests
{
    private const string Property = """{"id":"1","key":"k","value":{"a":[1.0,null]},"authorId":"a","version":{"number":2,"message":"last","createdBy":"a"},"surprise":1}""";

    [Fact]
    public void A_property_is_written_as_it_was_read_or_with_another_value()
    {
        ContentProperty content = Read.As<ContentProperty>(Property);
        SpaceProperty space = Read.As<SpaceProperty>(Property);

        Assert.Equal("""{"key":"k","value":{"a":[1.0,null]},"version":{"number":3}}""", Read.Sent(ContentPropertyUpdateRequest.From(content)));
        Assert.Equal("""{"key":"k","value":{"a":[1.0,null]},"version":{"number":3}}""", Read.Sent(SpacePropertyUpdateRequest.From(space)));
        Assert.Equal("""{"key":"k","value":[2],"version":{"number":3,"message":"why"}}""", Read.Sent(ContentPropertyUpdateRequest.From(content, Read.Json("[2]"), "why")));
        Assert.Equal("""{"key":"k","value":null,"version":{"number":3,"message":"why"}}""", Read.Sent(SpacePropertyUpdateRequest.From(space, Read.Json("null"), "why")));
    }

    [Fact]
    public void A_property_that_cannot_be_written_is_refused()
    {
        Read.Refused(() => ContentPropertyUpdateRequest.From(Read.As<ContentProperty>("""{"value":1,"version":{"number":2}}""")), "property", "content property", "without its key");
        Read.Refused(() => ContentPropertyUpdateRequest.From(Read.As<ContentProperty>("""{"key":"k","version":{"number":2}}""")), "property", "content property k", "without a value", "argument value");
        Read.Refused(() => ContentPropertyUpdateRequest.From(Read.As<ContentProperty>(Property), default(System.Text.Json.JsonElement)), "value", "default JsonElement");
        Read.Refused(() => SpacePropertyUpdateRequest.From(Read.As<SpaceProperty>("""{"key":"k","value":1}""")), "property", "space property k", "version number");
    }

    [Fact]
    public void A_task_takes_a_status_and_nothing_else()
    {
        ContentTask task = Read.As<ContentTask>("""{"id":"t1","localId":"l","spaceId":"1","pageId":"2","status":"incomplete","assignedTo":"a","dueAt":"2024-03-01T00:00:00.000Z","body":{}}""");

        Assert.Equal("""{"id":"t1","status":"complete"}""", Read.Sent(TaskUpdateRequest.From(task, ContentTaskStatus.Complete)));
        Read.Refused(() => TaskUpdateRequest.From(task, new ContentTaskStatus("later")), "status", "task t1", "later", "complete and incomplete only");
        Read.Refused(() => TaskUpdateRequest.From(Read.As<ContentTask>("{}"), ContentTaskStatus.Complete), "task", "without its id");
    }

    [Fact]
    public void A_space_role_is_written_as_it_was_read()
    {
        SpaceRole role = Read.As<SpaceRole>("""{"id":"r","type":"CUSTOM","name":"N","description":"","spacePermissions":["read/space"]}""");

        WireEqual("""{"name":"N","description":"","spacePermissions":["read/space"]}""", Read.Sent(SpaceRoleUpdateRequest.From(role)));
        WireEqual("""{"name":"M","description":"d","spacePermissions":["a"]}""", Read.Sent(SpaceRoleUpdateRequest.From(role, "M", "d", ["a"])));
        Read.Refused(() => SpaceRoleUpdateRequest.From(Read.As<SpaceRole>("""{"id":"r","name":"N","spacePermissions":[]}""")), "role", "space role r", "without its description");
        Read.Refused(() => SpaceRoleUpdateRequest.From(Read.As<SpaceRole>("""{"id":"r","name":"N","description":"d"}""")), "role", "space role r", "without its spacePermissions");
    }

    [Fact]
    public void A_space_is_written_with_its_name_and_plain_description()
    {
        const string Space = """{"id":"1","key":"DEV","name":"Dev","type":"global","status":"current","homepageId":"9","description":{"plain":{"representation":"plain","value":"About"},"view":{"value":"<p/>"}}}""";

        WireEqual("""{"name":"Dev","description":{"plain":{"value":"About","representation":"plain"}}}""", Read.Sent(SpaceUpdate.From(Read.As<SpaceDetails>(Space))));
        WireEqual(
            """{"name":"New","description":{"plain":{"value":"More","representation":"plain"}},"homepage":{"id":"10"}}""",
            Read.Sent(SpaceUpdate.From(Read.As<Space>(Space), "New", "More", "10")));
        WireEqual("""{"name":"Dev"}""", Read.Sent(SpaceUpdate.From(Read.As<SpaceDetails>("""{"key":"DEV","name":"Dev","description":null}"""))));
        Read.Refused(() => SpaceUpdate.From(Read.As<SpaceDetails>(Space), name: new string('n', 201)), "name", "space DEV", "201", "200");
        Read.Refused(() => SpaceUpdate.From(Read.As<SpaceDetails>(Space), homepageId: ""), "homepageId", "space DEV", "empty");
        Read.Refused(() => SpaceUpdate.From(Read.As<Space>("""{"key":"DEV"}""")), "space", "space DEV", "without its name");
    }

    [Fact]
    public void Settings_are_written_as_they_were_read()
    {
        SpaceSettings settings = Read.As<SpaceSettings>("""{"routeOverrideEnabled":true,"contentMode":"compact","spaceKey":"DEV","editor":{"page":"v2"},"_links":{}}""");

        WireEqual("""{"routeOverrideEnabled":true,"contentMode":"compact"}""", Read.Sent(SpaceSettingsUpdate.From(settings)));
        WireEqual("""{"routeOverrideEnabled":false,"contentMode":"standard"}""", Read.Sent(SpaceSettingsUpdate.From(settings, false, SpaceSettingsContentMode.Standard)));
        WireEqual("{}", Read.Sent(SpaceSettingsUpdate.From(Read.As<SpaceSettings>("""{"contentMode":null}"""))));
        Read.Refused(() => SpaceSettingsUpdate.From(Read.As<SpaceSettings>("""{"spaceKey":"DEV","contentMode":"wide"}""")), "contentMode", "DEV", "wide", "standard and compact only");
    }

    [Fact]
    public void A_property_of_a_user_takes_objects_only()
    {
        UserProperty property = Read.As<UserProperty>("""{"key":"k","value":{"a":1},"id":"7","lastModifiedDate":"2024-03-01T00:00:00.000Z"}""");

        Assert.Equal("""{"value":{"a":1}}""", Read.Sent(UserPropertyUpdate.From(property)));
        Assert.Equal("""{"value":{"b":2}}""", Read.Sent(UserPropertyUpdate.From(property, Read.Json("""{"b":2}"""))));
        Read.Refused(() => UserPropertyUpdate.From(property, Read.Json("[1]")), "value", "user property k", "Array", "JSON object");
    }

    [Fact]
    public void A_template_is_written_as_it_was_read()
    {
        ContentTemplate template = Read.As<ContentTemplate>("""
            {"templateId":"5","name":"N","description":"D","templateType":"page","editorVersion":"v2","space":{"id":22,"key":"~k","name":"S","_links":{}},
             "labels":[{"prefix":"global","name":"l","id":"3","label":"l","surprise":1}],"body":{"storage":{"value":"x","representation":"storage","embeddedContent":[]}},"_links":{}}
            """);

        WireEqual(
            """
            {"templateId":"5","name":"N","templateType":"page","body":{"storage":{"value":"x","representation":"storage"}},"description":"D",
             "labels":[{"prefix":"global","name":"l","id":"3","label":"l"}],"space":{"key":"~k"}}
            """,
            Read.Sent(ContentTemplateUpdate.From(template)));

        ContentTemplateBodyCreate body = new() { Wiki = new ContentBodyCreate { Representation = ContentBodyCreateRepresentation.Wiki, Value = "h1. x" } };
        ContentTemplateUpdate changed = ContentTemplateUpdate.From(template, "New", body, "About");
        Assert.Equal("New", changed.Name);
        Assert.Same(body, changed.Body);
        Assert.Equal("About", changed.Description);
    }

    [Fact]
    public void A_template_of_the_whole_site_names_no_space_and_takes_the_editor_format()
    {
        ContentTemplate template = Read.As<ContentTemplate>("""{"templateId":"5","name":"N","body":{"atlas_doc_format":{"value":"{}"}}}""");

        WireEqual("""{"templateId":"5","name":"N","templateType":"page","body":{"atlas_doc_format":{"value":"{}","representation":"atlas_doc_format"}}}""", Read.Sent(ContentTemplateUpdate.From(template)));
    }

    [Theory]
    [InlineData("""{"templateId":"5","name":"N","referencingBlueprint":"b","body":{"storage":{"value":"x"}}}""", "belongs to a blueprint")]
    [InlineData("""{"templateId":"5","name":"N","templateType":"blogpost","body":{"storage":{"value":"x"}}}""", "type blogpost")]
    [InlineData("""{"templateId":"5","name":"N","_expandable":{"body":""}}""", "Expand = body")]
    [InlineData("""{"templateId":"5","name":"N","body":{"view":{"value":"x"}}}""", "Expand = body")]
    [InlineData("""{"templateId":"5","name":"N","space":{"id":1},"body":{"storage":{"value":"x"}}}""", "no key")]
    [InlineData("""{"templateId":"5","body":{"storage":{"value":"x"}}}""", "without its name")]
    public void A_template_that_cannot_be_written_is_refused(string json, string said) =>
        Read.Refused(() => ContentTemplateUpdate.From(Read.As<ContentTemplate>(json)), "template", "template 5", said);

    [Fact]
    public void A_description_that_is_too_long_is_refused() =>
        Read.Refused(
            () => ContentTemplateUpdate.From(Read.As<ContentTemplate>("""{"templateId":"5","name":"N","body":{"storage":{"value":"x"}}}"""), description: new string('d', 101)),
            "description", "template 5", "101", "100");

    private static void WireEqual(string expected, string actual) => Contract.Wire.WireJson.AssertSame(expected, actual);
}
