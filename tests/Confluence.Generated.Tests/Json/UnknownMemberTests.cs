using System.Text.Json;
using Confluence.Generated.Json;
using Confluence.Generated.Tests.Json.Samples;

namespace Confluence.Generated.Tests.Json;

public sealed class UnknownMemberTests
{
    [Theory]
    [InlineData("""{"a":1.0,"b":1e5,"c":-0,"d":123456789012345678901234567890.5}""")]
    [InlineData("""{"a":"\u0041\/\"\\\n","b":"é😀","c":"\ud83d\ude00"}""")]
    [InlineData("""{"a":{},"b":[],"c":[[],{}],"d":{"e":{"f":[1,2,{"g":null}]},"h":true},"i":false}""")]
    [InlineData("""{"":1,"a":null}""")]
    [InlineData("""{"a":[1,"x",null,true,{"b":1},[2]],"z":[{"a":1},{"b":2}]}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"ключ":1,"_links":{"edituiv2":"/x"},"inline-marker-ref":"r","a b":2}""")]
    public void Unknown_members_are_written_back_as_they_came(string json) => Assert.Equal(json, Wire.Write(Wire.Page(json)));

    [Fact]
    public void White_space_and_comments_fall_away()
    {
        JsonReaderOptions options = new() { CommentHandling = JsonCommentHandling.Allow, AllowTrailingCommas = true };
        const string Json = "/*0*/ { /*1*/ \"id\" : /*2*/ \"5\" , /*3*/\n\"a\" : /*4*/ [ 1 , /*5*/ { \"b\" : /*6*/ 2 , } , ] , /*7*/ \"tags\" : [ /*8*/ \"x\" /*9*/ ] } ";

        SamplePage page = Wire.Read<SamplePage>(Json, options with { CommentHandling = JsonCommentHandling.Skip });
        Assert.Equal("""{"id":"5","tags":["x"],"a":[1,{"b":2}]}""", Wire.Write(page));

        Utf8JsonReader reader = new(System.Text.Encoding.UTF8.GetBytes(Json), options);
        Assert.Equal("""{"id":"5","tags":["x"],"a":[1,{"b":2}]}""", Wire.Write(JsonItem.Model<SamplePage>(ref reader)));
    }

    [Fact]
    public void They_are_shown_in_the_order_of_the_wire()
    {
        SamplePage page = Wire.Page("""{"z":1,"id":"5","a":{"b":[true]},"m":null,"z":2}""");

        Assert.Equal(["z", "a", "m"], page.AdditionalProperties.Keys);
        Assert.Equal(2, page.AdditionalProperties["z"].GetInt32());
        Assert.True(page.AdditionalProperties["a"].GetProperty("b")[0].GetBoolean());
        Assert.Equal(JsonValueKind.Null, page.AdditionalProperties["m"].ValueKind);
        Assert.Same(page.AdditionalProperties, page.AdditionalProperties);
    }

    [Fact]
    public void The_view_cannot_be_changed()
    {
        SamplePage page = Wire.Page("""{"a":1}""");

        IDictionary<string, JsonElement> view = Assert.IsType<IDictionary<string, JsonElement>>(page.AdditionalProperties, exactMatch: false);
        Assert.Throws<NotSupportedException>(() => view.Add("b", default));
        Assert.Throws<NotSupportedException>(() => view.Clear());
    }

    [Fact]
    public void A_caller_can_send_members_that_the_model_does_not_know()
    {
        SamplePage page = new()
        {
            Id = "5",
            AdditionalProperties = new Dictionary<string, JsonElement>
            {
                ["new\"é"] = JsonElement.Parse("""{"a":1.0}"""),
                ["status"] = JsonElement.Parse("null"),
            },
        };

        Assert.Equal("""{"id":"5","new\"é":{"a":1.0},"status":null}""", Wire.Write(page));
        Assert.Equal(["new\"é", "status"], page.AdditionalProperties.Keys);
        Assert.Equal("""{"a":1.0}""", page.AdditionalProperties["new\"é"].GetRawText());
    }

    [Fact]
    public void What_a_caller_supplies_is_copied()
    {
        Dictionary<string, JsonElement> supplied = [];
        SamplePage page;
        using (JsonDocument document = JsonDocument.Parse("""[1,"x"]"""))
        {
            supplied["a"] = document.RootElement;
            page = new() { AdditionalProperties = supplied };
        }

        supplied.Clear();
        Assert.Equal("""{"a":[1,"x"]}""", Wire.Write(page));
    }

    [Fact]
    public void The_additional_properties_of_one_model_can_be_given_to_another()
    {
        SamplePage first = Wire.Page("""{"id":{"odd":1},"a":"\u0041","b":[1.0]}""");
        SamplePage second = new() { Body = "t", AdditionalProperties = first.AdditionalProperties };

        Assert.Equal("""{"body":"t","a":"\u0041","b":[1.0],"id":{"odd":1}}""", Wire.Write(second));
    }

    [Fact]
    public void A_member_with_two_values_of_the_callers_is_refused()
    {
        SamplePage page = new() { Id = "5", AdditionalProperties = new Dictionary<string, JsonElement> { ["id"] = JsonElement.Parse("6") } };

        JsonException error = Assert.Throws<JsonException>(() => Wire.Write(page));
        Assert.Equal("The member 'id' cannot be written as JSON: it has a value of its own and another one in AdditionalProperties. Remove one of them.", error.Message);
    }

    [Fact]
    public void Supplied_values_must_hold_something()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new SamplePage { AdditionalProperties = new Dictionary<string, JsonElement> { ["a"] = default } });
        Assert.Contains("'a'", error.Message, StringComparison.Ordinal);
        Assert.Equal("AdditionalProperties", Assert.Throws<ArgumentNullException>(() => new SamplePage { AdditionalProperties = null! }).ParamName); // The null is the case under test.
        Assert.Empty(new SamplePage { AdditionalProperties = new Dictionary<string, JsonElement>() }.AdditionalProperties);
    }

    [Fact]
    public void Deep_values_survive_as_deep_as_the_reader_allows()
    {
        const int Depth = 900;
        string json = $$"""{"a":{{new string('[', Depth)}}{{new string(']', Depth)}}}""";

        SamplePage page = Wire.Read<SamplePage>(json, new JsonReaderOptions { MaxDepth = Depth + 1 });
        Assert.Equal(json, Wire.Write(page));
        Assert.Equal(json[5..^1], page.AdditionalProperties["a"].GetRawText());
        Assert.ThrowsAny<JsonException>(() => Wire.Page(json));

        // A known member whose value cannot be read as its type is held, and written by another way.
        json = json.Replace("\"a\"", "\"id\"", StringComparison.Ordinal);
        Assert.Equal(json, Wire.Write(Wire.Read<SamplePage>(json, new JsonReaderOptions { MaxDepth = Depth + 1 })));
    }

    [Fact]
    public void Many_members_survive()
    {
        string json = $$"""{{{string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"m{i}\":{{\"v\":{i}}}"))}}}""";
        SamplePage page = Wire.Page(json);

        Assert.Equal(json, Wire.Write(page));
        Assert.Equal(5000, page.AdditionalProperties.Count);
        Assert.Equal(4321, page.AdditionalProperties["m4321"].GetProperty("v").GetInt32());
    }

    [Fact]
    public async Task Many_threads_may_read_one_model()
    {
        string body = new('x', 5000);
        for (int round = 0; round < 50; round++)
        {
            SamplePage page = Wire.Page($$"""{"body":"{{body}}","a":1,"b":[2]}""");
            using Barrier start = new(4);
            (string? Body, IReadOnlyDictionary<string, JsonElement> Additional, string Written)[] seen = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return (page.Body, page.AdditionalProperties, Wire.Write(page));
                },
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            Assert.All(seen, result =>
            {
                Assert.Equal(body, result.Body);
                Assert.Same(seen[0].Additional, result.Additional);
                Assert.Equal(seen[0].Written, result.Written);
            });
        }
    }
}
