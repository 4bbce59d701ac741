using System.Text;
using Confluence.Generated.Errors;
using Confluence.Generated.Errors.Text;

namespace Confluence.Generated.Tests.Errors;

public class ErrorBodyTests
{
    [Fact]
    public void V2_errors_keep_all_their_parts_whatever_the_kind_of_status()
    {
        ErrorBody body = Read("""{"errors":[{"status":400,"code":"A","title":"one","detail":"more"},{"status":"409","code":"B","title":"two","detail":null,"source":{"x":1}},"three",null,{}]}""");

        Assert.Equal(ErrorShape.V2, body.Shape);
        Assert.Equal(["400|A|one|more", "409|B|two|", "||three|"], body.Errors.Select(Parts));
        Assert.Equal(["one: more (A)", "two (B)", "three"], body.Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void V1_errors_are_the_message_and_those_of_its_data()
    {
        ErrorBody body = Read("""{"statusCode":400,"message":"top","data":{"authorized":false,"errors":[{"message":{"key":"k","translation":"inner","args":[]}},{"message":"plain"},{}]}}""");

        Assert.Equal(ErrorShape.V1, body.Shape);
        Assert.Equal(["400||top|", "|k|inner|", "||plain|", "||{}|"], body.Errors.Select(Parts));
    }

    [Theory]
    [InlineData("""{"message":"m","statusCode":403}""", "403||m|")]
    [InlineData("""{"statusCode":403,"message":"m","data":null}""", "403||m|")]
    [InlineData("""{"statusCode":404,"data":{"errors":"odd"}}""", null)]
    public void V1_errors_may_lack_parts(string text, string? expected)
    {
        ErrorBody body = Read(text);

        Assert.Equal(ErrorShape.V1, body.Shape);
        Assert.Equal(expected, body.Errors.Select(Parts).SingleOrDefault());
    }

    [Fact]
    public void Both_shapes_of_the_gateway_are_read()
    {
        ErrorBody code = Read("""{"code":401,"message":"m"}""");
        ErrorBody timestamp = Read("""{"timestamp":"2026","status":404,"error":"Not Found","message":"m","path":"/x"}""");

        Assert.Equal((ErrorShape.GatewayCode, "401||m|"), (code.Shape, Parts(Assert.Single(code.Errors))));
        Assert.Equal((ErrorShape.GatewayTimestamp, "404||Not Found|m"), (timestamp.Shape, Parts(Assert.Single(timestamp.Errors))));
    }

    [Theory]
    [InlineData("<html><head><title>Sorry &amp; bye</title></head></html>", "application/json", ErrorShape.Html, "Sorry & bye")]
    [InlineData("  \r\n<!DOCTYPE html><p>no title</p>", "text/plain", ErrorShape.Html, null)]
    [InlineData("XSRF check failed", "application/json", ErrorShape.Text, "XSRF check failed")]
    [InlineData("{\"broken\":", "application/json", ErrorShape.Text, "{\"broken\":")]
    [InlineData("\"just words\"", "application/json", ErrorShape.OtherJson, "just words")]
    [InlineData("{\"message\":\"m\"}", "application/json", ErrorShape.OtherJson, "m")]
    [InlineData("{\"error\":\"e\",\"error_description\":\"d\"}", "application/json", ErrorShape.OtherJson, "e")]
    [InlineData("[1]", "application/json", ErrorShape.OtherJson, null)]
    [InlineData("", "application/json", ErrorShape.Empty, null)]
    [InlineData(" \n ", null, ErrorShape.Empty, null)]
    public void Whatever_else_arrives_is_read_without_trusting_its_label(string text, string? contentType, object shape, string? title)
    {
        ErrorBody body = ErrorBody.Read(Encoding.UTF8.GetBytes(text), contentType);

        Assert.Equal((ErrorShape)shape, body.Shape);
        Assert.Equal(title, body.Errors.SingleOrDefault()?.Title);
    }

    [Fact]
    public void Hostile_bodies_are_read_without_failing()
    {
        byte[][] bodies =
        [
            [0xFF, 0xFE, 0x00, 0xC3],
            Encoding.UTF8.GetBytes("""{"errors":[{"title":"\ud800"}]}"""),
            Encoding.UTF8.GetBytes(new string('[', 100_000)),
            Encoding.UTF8.GetBytes("{\"errors\":[" + string.Join(',', Enumerable.Repeat("\"e\"", 10_000)) + "]}"),
            Encoding.UTF8.GetBytes("{\"message\":\"" + new string('x', 1_000_000) + "\"}"),
            Encoding.UTF8.GetBytes("""{"errors":{"a":1},"statusCode":[],"data":[]}"""),
            Encoding.UTF8.GetBytes("<title" + new string(' ', 200_000)),
        ];

        Assert.All(bodies, bytes =>
        {
            ErrorBody body = ErrorBody.Read(bytes, "application/json");
            Assert.True(body.Errors.Count <= 50);
            Assert.All(body.Errors, error => Assert.True((error.Title ?? string.Empty).Length <= SafeText.PhraseLength + 1));
            Assert.True(body.Excerpt!.Length <= SafeText.ExcerptLength + 1); // None of these is empty.
        });
    }

    [Theory]
    [InlineData("a\r\nb\t c", "a b c")]
    [InlineData("forged\u2028line \u202Eright", "forged line right")]
    [InlineData("see https://x/y?token=abc123&b=1", "see https://x/y?token=[removed]&b=1")]
    [InlineData("{\"access_token\": \"abc123\"}", "{\"access_token\": \"[removed]\"}")]
    [InlineData("Authorization: Basic YWRhOnNlY3JldA==", "Authorization: Basic [removed]")]
    [InlineData("got bearer abc.def-ghi_123", "got bearer [removed]")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void Text_from_outside_is_one_line_without_secrets(string? text, string? expected) => Assert.Equal(expected, SafeText.Clean(text, 100));

    [Fact]
    public void A_cut_does_not_split_a_character() => Assert.Equal("abc…", SafeText.Clean("abc😀😀", 4));

    private static ErrorBody Read(string text) => ErrorBody.Read(Encoding.UTF8.GetBytes(text), "application/json");

    private static string Parts(ConfluenceError error) => $"{error.Status}|{error.Code}|{error.Title}|{error.Detail}";
}
