using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Authentication;

public class CredentialTests
{
    private const string Token = "ATATT3xFfGF0-very-secret";

    [Fact]
    public async Task An_api_token_becomes_basic_authentication()
    {
        AuthenticationHeaderValue header = await new ApiTokenCredential("ada@example.com", Token).GetAuthorizationAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Basic", header.Scheme);
        Assert.Equal($"ada@example.com:{Token}", Encoding.UTF8.GetString(Convert.FromBase64String(header.Parameter ?? string.Empty)));
    }

    [Fact]
    public async Task A_bearer_token_is_passed_on()
    {
        AuthenticationHeaderValue header = await new BearerTokenCredential("abc.def").GetAuthorizationAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Bearer abc.def", header.ToString());
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("  ", "is empty")]
    [InlineData("ada", "does not look like one")]
    [InlineData("@example.com", "does not look like one")]
    [InlineData("ada@", "does not look like one")]
    [InlineData("a@b@c", "does not look like one")]
    [InlineData("ada:x@example.com", "colon")]
    [InlineData("ada @example.com", "space")]
    [InlineData("ada@example.com\n", "space")]
    public void An_email_that_cannot_be_right_is_refused(string email, string said)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new ApiTokenCredential(email, Token));

        Assert.Equal("email", exception.ParamName);
        Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mixed_up_arguments_do_not_show_the_token()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new ApiTokenCredential(Token, "ada@example.com"));

        Assert.DoesNotContain(Token, exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("the token second", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \t", "is empty")]
    [InlineData("\n" + Token, "begins with white space")]
    [InlineData(Token + "\r\n", "ends with white space")]
    [InlineData("very secret", "holds white space")]
    [InlineData(Token + "…", "no token holds")]
    [InlineData(Token + "\u0001", "no token holds")]
    public void A_token_that_cannot_be_right_is_refused_and_not_shown(string token, string said)
    {
        foreach (Func<ConfluenceCredential> make in new Func<ConfluenceCredential>[] { () => new ApiTokenCredential("ada@example.com", token), () => new BearerTokenCredential(token) })
        {
            ArgumentException exception = Assert.Throws<ArgumentException>(make);

            Assert.Equal("token", exception.ParamName);
            Assert.Contains(said, exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("very", exception.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bearer_token_with_its_scheme_is_refused()
    {
        Assert.Contains("white space", Assert.Throws<ArgumentException>(() => new BearerTokenCredential("Bearer abc")).Message, StringComparison.Ordinal);
        Assert.Contains("'Bearer'", Assert.Throws<ArgumentException>(() => new BearerTokenCredential("Bearer:abc")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => new BearerTokenCredential(null!)); // What callers without nullable checks do.
        Assert.Throws<ArgumentNullException>(() => new ApiTokenCredential(null!, Token)); // Likewise.
    }

    [Fact]
    public async Task The_credential_is_asked_before_each_attempt()
    {
        Rotating credential = new(renews: false);
        using Harness harness = Harness.Create(credential: credential);
        harness.Handler.Answer(HttpStatusCode.ServiceUnavailable).Json("{}");

        await harness.GetAsync(Request(GetPage));

        Assert.Equal(["Bearer secret-0", "Bearer secret-0"], harness.Handler.Requests.Select(sent => sent.Header("Authorization")));
        Assert.Equal(2, credential.Asked);
    }

    [Fact]
    public async Task A_401_renews_the_credential_once()
    {
        using Harness harness = Harness.Create(credential: new Rotating(renews: true));
        harness.Handler.Answer(HttpStatusCode.Unauthorized).Json("{}");

        await harness.GetAsync(Request(CreatePage));

        Assert.Equal(["Bearer secret-0", "Bearer secret-1"], harness.Handler.Requests.Select(sent => sent.Header("Authorization")));
        Assert.All(harness.Handler.Contents, content => Assert.True(content.IsDisposed));
    }

    [Fact]
    public async Task What_says_that_it_is_renewed_and_gives_the_same_is_not_sent_again()
    {
        using Harness harness = Harness.Create(credential: new Unchanging());
        harness.Handler.Answer(HttpStatusCode.Unauthorized);

        ConfluenceApiException error = await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(CreatePage)));

        Assert.Equal((ConfluenceErrorKind.Unauthenticated, 1), (error.Kind, harness.Handler.Requests.Count));
    }

    [Fact]
    public async Task A_second_401_is_a_refusal()
    {
        using Harness harness = Harness.Create(credential: new Rotating(renews: true));
        harness.Handler.Answer(HttpStatusCode.Unauthorized).Answer(HttpStatusCode.Unauthorized);

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal(2, harness.Handler.Requests.Count);
    }

    private sealed class Unchanging : ConfluenceCredential
    {
        public override ValueTask<AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken) => new(new AuthenticationHeaderValue("Bearer", "the-same-token"));

        public override ValueTask<bool> TryRenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken) => new(true);
    }

    private sealed class Rotating(bool renews) : ConfluenceCredential
    {
        private int _generation;

        public int Asked { get; private set; }

        public override ValueTask<AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken)
        {
            Asked++;
            return new(new AuthenticationHeaderValue("Bearer", $"secret-{_generation}"));
        }

        public override ValueTask<bool> TryRenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken)
        {
            Assert.Equal($"secret-{_generation}", rejected.Parameter);
            _generation++;
            return new(renews);
        }
    }
}
