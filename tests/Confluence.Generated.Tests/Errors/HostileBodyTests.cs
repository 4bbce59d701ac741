using System.Globalization;
using System.Net;
using System.Text;
using Confluence.Generated.Errors;
using Confluence.Generated.Tests.Http;
using Confluence.Generated.V2;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Errors;

/// <summary>Bodies that are no text, hold the credential, or never end: a refusal stays a refusal, and shows nothing that it must not.</summary>
public sealed class HostileBodyTests
{
    private const string Email = "ada@example.com";
    private const string Token = "ATATT3xFfGF0/abc+def=1234";

    private static readonly string s_basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Email}:{Token}"));

    private static readonly byte[][] s_noText =
    [
        Encoding.Latin1.GetBytes("""{"message":"für"}"""),
        Encoding.UTF8.GetBytes("""{"message":"für"}""")[..13],
        "{\"\\ud800aaaaaaaa\":1}"u8.ToArray(),
        "{\"errors\":{\"\\ud800\":\"x\"}}"u8.ToArray(),
        "{\"message\":\"\\udc00\\ud800\"}"u8.ToArray(),
        "{\"errors\":[{\"title\":\"\\ud800\",\"detail\":[{\"\\udfff\":[]}]}]}"u8.ToArray(),
        [0xFF, 0xFE, 0x00, 0x22],
        Encoding.UTF8.GetBytes(new string('[', 5000)),
        Encoding.UTF8.GetBytes("{\"statusCode\":1,\"data\":{\"errors\":[" + string.Join(',', Enumerable.Repeat("{}", 5000)) + "]}}"),
    ];

    public static TheoryData<int> NoText => [.. Enumerable.Range(0, s_noText.Length)];

    [Theory]
    [MemberData(nameof(NoText))]
    public async Task A_refusal_whose_body_is_no_text_stays_a_refusal(int index)
    {
        byte[] body = s_noText[index];
        foreach (int status in new[] { 400, 401, 403, 404, 409, 500 })
        {
            using HttpClient http = new(new BytesHandler((HttpStatusCode)status, body));
            using ConfluenceClient client = Client(http);

            ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => client.Pages.GetPageByIdAsync("1", cancellationToken: TestContext.Current.CancellationToken));

            Assert.Equal(status, (int)error.StatusCode);
            Assert.InRange(error.Message.Length, 1, 4000);
            Assert.DoesNotContain('\n', error.Message);
        }
    }

    [Fact]
    public void Old_encodings_are_read() => Assert.Equal("für", Assert.Single(ErrorBody.Read(Encoding.Latin1.GetBytes("""{"message":"für"}"""), "application/json").Errors).Title);

    [Fact]
    public void Whatever_is_changed_in_a_body_reading_never_fails()
    {
        string[] seeds =
        [
            """{"errors":[{"status":"404","code":"A","title":"\u00fc","detail":null}]}""", """{"statusCode":400,"message":"x","data":{"errors":[{"message":{"key":"k","translation":"t"}}]}}""",
            """{"errorMessage":"a","errorCode":"OTHER"}""", """{"errorMessages":["\ud83d\ude00"],"errors":{"a":{"b":[]}}}""", "<html><title>a &amp; b &#x110000;</title></html>", "plain",
        ];
        Random random = new(12);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] body = Encoding.UTF8.GetBytes(seeds[round % seeds.Length]);
            for (int change = random.Next(1, 5); change > 0; change--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            ErrorBody read = ErrorBody.Read(body.AsSpan(0, random.Next(1, body.Length + 1)), random.Next(2) == 0 ? "application/json" : "text/html");

            Assert.All(read.Errors, static error => Assert.DoesNotContain(error.ToString(), static character => char.IsControl(character)));
        }
    }

    public static TheoryData<string, string> Echoes()
    {
        string[] forms =
        [
            Token, $"{Email}:{Token}", s_basic, s_basic.TrimEnd('='), Convert.ToBase64String(Encoding.UTF8.GetBytes(Token)), Uri.EscapeDataString(Token), Uri.EscapeDataString(s_basic),
            Token.Replace("/", "\\/", StringComparison.Ordinal), Token.Replace("=", "\\u003d", StringComparison.Ordinal), Token.ToUpper(CultureInfo.InvariantCulture), "Basic " + s_basic,
        ];
        string[] shapes =
        [
            """{"errors":[{"title":"you sent {0}"}]}""", """{"message":"{0}","statusCode":403}""", """{"code":1,"message":"{0}"}""", """{"timestamp":1,"status":1,"error":"{0}","message":"{0}"}""",
            """{"errors":{"{0}":"{0}"}}""", "plain {0}", "<html><title>{0}</title></html>", new string('x', 390) + "{0}", "{\"a\":\"" + new string('x', 280) + "{0}\"}",
        ];
        TheoryData<string, string> echoes = [];
        foreach (string form in forms)
        {
            foreach (string shape in shapes)
            {
                echoes.Add(form, shape);
            }
        }

        return echoes;
    }

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task A_credential_that_the_server_echoes_is_shown_nowhere(string form, string shape)
    {
        string body = shape.Replace("{0}", form, StringComparison.Ordinal);
        foreach (int status in new[] { 200, 400, 401, 403, 404, 429, 500 })
        {
            using HttpClient http = new(new BytesHandler((HttpStatusCode)status, Encoding.UTF8.GetBytes(body), ("RateLimit-Reason", form), ("atl-request-id", form), ("X-Other", form)));
            using ConfluenceClient client = Client(http);
            List<string> shown = [];

            Exception error = await Assert.ThrowsAnyAsync<ConfluenceException>(() => client.Pages.GetPageByIdAsync("1", new GetPageByIdOptions { OnResponse = Note }, TestContext.Current.CancellationToken));

            shown.Add(error.ToString());
            if (error is ConfluenceApiException refusal)
            {
                shown.AddRange([refusal.Excerpt ?? "", refusal.RequestId ?? "", refusal.Quota?.Reason ?? "", .. refusal.Errors.Select(static one => one.ToString())]);
            }
            else if (error is ConfluenceResponseException unreadable)
            {
                shown.AddRange([unreadable.Excerpt ?? "", unreadable.RequestId ?? ""]);
            }

            Assert.All(shown, static text => Assert.DoesNotContain("xFfGF0", text, StringComparison.OrdinalIgnoreCase));
            Assert.All(shown, static text => Assert.DoesNotContain(s_basic[8..24], text, StringComparison.OrdinalIgnoreCase));

            void Note(ConfluenceResponseDetails details) => shown.AddRange([details.RequestId ?? "", details.Quota?.Reason ?? "", .. details.Headers.SelectMany(static header => header.Value)]);
        }
    }

    [Theory]
    [InlineData("""{"id":"1","version":"{0}"}""")]
    [InlineData("""{"id":tru{0}}""")]
    [InlineData("""{"{0}":}""")]
    [InlineData("""{"id":"1","operations":{"results":{"{0}":[1]}}}""")]
    public async Task An_unreadable_answer_is_never_quoted_at_length(string shape)
    {
        string secret = "password=hunter2\\n" + new string('x', 2_000_000);
        using HttpClient http = new(new BytesHandler(HttpStatusCode.OK, Encoding.UTF8.GetBytes(shape.Replace("{0}", secret, StringComparison.Ordinal))));
        using ConfluenceClient client = Client(http);

        Exception? error = await Record.ExceptionAsync(() => client.Pages.GetPageByIdAsync("1", cancellationToken: TestContext.Current.CancellationToken));

        if (error is not null)
        {
            Assert.IsType<ConfluenceResponseException>(error);
            Assert.InRange(error.ToString().Length, 1, 20_000);
            Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        }
    }

    private static ConfluenceClient Client(HttpClient http) => new("acme", new ApiTokenCredential(Email, Token), new ConfluenceClientOptions { HttpClient = http, Retry = { MaxRetries = 0 }, ValidateResponses = true });

    private sealed class BytesHandler(HttpStatusCode status, byte[] body, params (string Name, string Value)[] headers) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage answer = new(status) { Content = new ByteArrayContent(body), RequestMessage = request };
            foreach ((string name, string value) in headers)
            {
                answer.Headers.TryAddWithoutValidation(name, value);
            }

            return Task.FromResult(answer);
        }
    }
}
