using Confluence.Generator.Spec;
using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Tests.Spec;

public sealed class JsonParserTests
{
    [Fact]
    public void Every_value_knows_where_it_stands()
    {
        const string text = "{\n  \"a\": [1, -2.5e+3],\n  \"b\": true\n}";

        var root = (JsonObject)Parse(text);

        var numbers = (JsonArray)root["a"]!;
        Assert.Equal("-2.5e+3", ((JsonNumber)numbers.Items[1]).Text);
        Assert.Equal("-2.5e+3", text.Substring(numbers.Items[1].Start, numbers.Items[1].Length));
        Assert.Equal("[1, -2.5e+3]", text.Substring(numbers.Start, numbers.Length));
        Assert.Equal((2, 7), root.Source.GetPosition(root["b"]!.Start));
        Assert.Equal("\"b\"", text.Substring(root.Members[1].NameStart, 3));
        Assert.Equal(text.Length, root.Length);
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a\\n\\t\\\\\\/\\\"\\b\\f\\r\"", "a\n\t\\/\"\b\f\r")]
    [InlineData("\"\\u00e9\\u00E9\"", "éé")]
    [InlineData("\"\\ud83d\\ude00!\"", "\U0001F600!")]
    [InlineData("\"\U0001F600 as it is\"", "\U0001F600 as it is")]
    public void Strings_are_unescaped(string text, string expected)
        => Assert.Equal(expected, ((JsonString)Parse(text)).Value);

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("10.25")]
    [InlineData("1E9")]
    [InlineData("123456789012345678901234567890")]
    public void Numbers_stay_as_written(string text)
        => Assert.Equal(text, ((JsonNumber)Parse(text)).Text);

    [Theory]
    [InlineData("", 0, 0, "empty")]
    [InlineData(" \n ", 0, 0, "empty")]
    [InlineData("{} x", 0, 3, "follows the end")]
    [InlineData("{\"a\":1,}", 0, 6, "comma stands before '}'")]
    [InlineData("[1,\n]", 0, 2, "comma stands before ']'")]
    [InlineData("[,1]", 0, 1, "',' stands where a value")]
    [InlineData("[1 2]", 0, 3, "'2' stands where ',' or ']'")]
    [InlineData("{\"a\" 1}", 0, 5, "':' after the name 'a'")]
    [InlineData("{a:1}", 0, 1, "name of a member")]
    [InlineData("{\"a\":", 0, 5, "ends where a value")]
    [InlineData("[1", 0, 2, "The end of the file stands where")]
    [InlineData("{\n \"a\": 1,\n \"a\": 2\n}", 2, 1, "'a' stands twice in this object, first in line 2")]
    [InlineData("{\"a\":1,\"\\u0061\":2}", 0, 7, "'a' stands twice")]
    [InlineData("'a'", 0, 0, "double quotes")]
    [InlineData("// no", 0, 0, "no comments")]
    [InlineData("[True]", 0, 1, "'True' is not a JSON value")]
    [InlineData("NaN", 0, 0, "'NaN' is not a JSON value")]
    [InlineData("\"a", 0, 0, "not closed")]
    [InlineData("\"a\nb\"", 0, 0, "write \\n")]
    [InlineData("\"a\tb\"", 0, 2, "U+0009")]
    [InlineData("\"\\x\"", 0, 1, "'\\x' is not an escape")]
    [InlineData("\"\\u12g4\"", 0, 1, "four hexadecimal digits")]
    [InlineData("\"\\u12", 0, 1, "four hexadecimal digits")]
    [InlineData("\"\\ud83d\"", 0, 1, "half of a surrogate pair")]
    [InlineData("\"\\ude00\\ud83d\"", 0, 1, "half of a surrogate pair")]
    [InlineData("-", 0, 0, "followed by a digit")]
    [InlineData("012", 0, 0, "begins with a zero")]
    [InlineData("1.", 0, 0, "decimal point")]
    [InlineData("1e+", 0, 0, "exponent")]
    [InlineData("+1", 0, 0, "'+' stands where a value")]
    [InlineData("\u00a0{}", 0, 0, "U+00A0")]
    public void What_is_wrong_is_told_with_its_place(string text, int line, int column, string words)
    {
        Assert.Null(JsonParser.Parse(new JsonSource("a.json", text), out SpecDiagnostic? error));

        Assert.NotNull(error);
        Assert.Equal("CONF001", error.Id);
        Assert.Equal("a.json", error.Path);
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Start + error.Length, 0, text.Length);
    }

    [Fact]
    public void Nesting_is_read_to_the_limit_and_not_beyond()
    {
        Assert.IsType<JsonArray>(Parse(Nested(JsonParser.MaxDepth)));

        Assert.Null(JsonParser.Parse(new JsonSource("a.json", Nested(JsonParser.MaxDepth + 1)), out SpecDiagnostic? error));
        Assert.Equal(JsonParser.MaxDepth, error!.Column);
        Assert.Contains("128 levels", error.Message, StringComparison.Ordinal);

        static string Nested(int depth) => new string('[', depth) + new string(']', depth);
    }

    [Fact]
    public void Siblings_do_not_count_as_depth()
    {
        string text = "[" + string.Join(',', Enumerable.Repeat("[{}]", 1000)) + "]";

        Assert.Equal(1000, ((JsonArray)Parse(text)).Items.Count);
    }

    [Fact]
    public void Written_text_reads_as_the_same_value()
    {
        const string text = "{\"a\":[1,\"x\\ny\\u0001\\\"\\\\é\",{},[],null,true,false],\"b\":{\"c\":-1.5e3}}";

        Assert.Equal(text, JsonFormatter.Compact(Parse(text)));
        Assert.Equal(text, JsonFormatter.Compact(Parse(JsonFormatter.Indented(Parse(text)))));
        Assert.Equal("{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}\n", JsonFormatter.Indented(Parse("{\"a\":[1],\"b\":{}}")));
    }

    [Fact]
    public void Every_prefix_and_every_flipped_character_of_a_document_gives_a_value_or_an_error()
    {
        string text = "{\"openapi\":\"3.0.3\",\"a\":[1,-2.5e3,true,null,{\"b\":\"\\u00e9\\n\"}]}";
        for (int i = 0; i < text.Length; i++)
        {
            foreach (char c in "\0\"\\{}[],:x1 -")
            {
                string changed = string.Concat(text.AsSpan(0, i), c.ToString(), text.AsSpan(i + 1));
                JsonNode? node = JsonParser.Parse(new JsonSource("a.json", changed), out SpecDiagnostic? error);
                Assert.True(node is null == error is not null, changed);
            }

            Assert.Null(JsonParser.Parse(new JsonSource("a.json", text[..i]), out _));
        }
    }

    private static JsonNode Parse(string text)
    {
        JsonNode? node = JsonParser.Parse(new JsonSource("a.json", text), out SpecDiagnostic? error);
        Assert.Null(error);
        return node!; // There is a node when there is no error.
    }
}
