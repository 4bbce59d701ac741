using System.Net;
using System.Net.Http.Headers;
using Confluence.Generated.Requests;
using Confluence.Generated.Tests.Http;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Authentication;

/// <summary>Credentials that do not do what they should.</summary>
public sealed class CredentialFailureTests
{
    public static TheoryData<Exception> Failures => new()
    {
        new HttpRequestException("The token server is down."),
        new InvalidOperationException("No token."),
        new OperationCanceledException("Nobody asked for this."),
        new TaskCanceledException("Nor for this.", new TimeoutException()),
        new TimeoutException(),
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_of_the_credential_is_told_with_the_call_and_its_cause(Exception failure)
    {
        foreach (bool isAsync in new[] { true, false })
        {
            using Harness harness = Harness.Create(credential: new Scripted(async () =>
            {
                await (isAsync ? Task.Yield() : default);
                throw failure;
            }));

            ConfluenceException exception = await Assert.ThrowsAsync<ConfluenceException>(() => harness.GetAsync(Request(CreatePage)));

            Assert.Same(failure, exception.InnerException);
            Assert.Same(CreatePage, exception.Operation);
            Assert.Equal($"createPage (POST /wiki/api/v2/pages) was not sent: the credential (Scripted) gave no authorization ({failure.GetType().Name}). See the inner exception.", exception.Message);
            Assert.Empty(harness.Handler.Requests);
        }
    }

    [Fact]
    public async Task A_failed_renewal_is_told_like_that_and_is_no_unknown_outcome()
    {
        InvalidOperationException failure = new("The refresh token is used up.");
        using Harness harness = Harness.Create(credential: new Scripted(renew: () => throw failure));
        harness.Handler.Answer(HttpStatusCode.Unauthorized);

        ConfluenceException exception = await Assert.ThrowsAsync<ConfluenceException>(() => harness.GetAsync(Request(CreatePage)));

        Assert.Same(failure, exception.InnerException);
        Assert.Contains("the credential (Scripted) could not be renewed (InvalidOperationException)", exception.Message, StringComparison.Ordinal);
        Assert.All(harness.Handler.Contents, static content => Assert.True(content.IsDisposed));
    }

    [Fact]
    public async Task An_exception_of_this_library_passes()
    {
        ConfluenceException failure = new("The token of ada was revoked.");
        using Harness harness = Harness.Create(credential: new Scripted(() => throw failure));

        Assert.Same(failure, await Assert.ThrowsAsync<ConfluenceException>(() => harness.GetAsync(Request(GetPage))));
    }

    [Fact]
    public async Task A_credential_that_gives_nothing_is_named()
    {
        using Harness harness = Harness.Create(credential: new Scripted(static () => Task.FromResult<AuthenticationHeaderValue>(null!))); // What callers without nullable checks do.

        Assert.Equal(
            "getPageById (GET /wiki/api/v2/pages/9) was not sent: the credential (Scripted) gave no authorization. Its GetAuthorizationAsync must return a header value.",
            (await Assert.ThrowsAsync<ConfluenceException>(() => harness.GetAsync(Request(GetPage)))).Message);
        Assert.Empty(harness.Handler.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_credential_that_hangs_and_does_not_listen_ends_with_the_limit(bool isUpload)
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using Harness harness = Harness.Create(
            static options => options.Timeout = TimeSpan.FromSeconds(50),
            credential: new Scripted(() =>
            {
                asked.TrySetResult();
                return new TaskCompletionSource<AuthenticationHeaderValue>().Task;
            }));
        RequestBody? body = isUpload ? RequestBody.Multipart(new MultipartForm().File("file", FileUpload.FromBytes("a.txt", default))) : null;
        Task<Item> call = harness.GetAsync(Request(CreateAttachment, body: body));
        await asked.Task;

        harness.Clock.Advance(TimeSpan.FromSeconds(50));

        ConfluenceTimeoutException exception = await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => call);
        Assert.Equal(TimeSpan.FromSeconds(50), exception.Limit);
        Assert.Contains("It was waiting for the credential (Scripted).", exception.Message, StringComparison.Ordinal);
        Assert.Empty(harness.Handler.Requests);
    }

    [Fact]
    public async Task A_credential_that_outlasts_an_attempt_is_what_the_timeout_names()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<AuthenticationHeaderValue> end = new();
        using Harness harness = Harness.Create(static options => options.Retry.MaxRetries = 0, credential: new Scripted(() =>
        {
            asked.TrySetResult();
            return end.Task;
        }));
        Task<Item> call = harness.GetAsync(Request(CreatePage));
        await asked.Task;

        harness.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Contains("was not sent: the credential (Scripted) gave no authorization within 60 s", (await Assert.ThrowsAsync<ConfluenceTimeoutException>(() => call)).Message, StringComparison.Ordinal);
        end.SetException(new InvalidOperationException("Too late to matter."));
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_the_credential_hangs_is_cancelled()
    {
        using CancellationTokenSource caller = new();
        using Harness harness = Harness.Create(credential: new Scripted(async () =>
        {
            await caller.CancelAsync();
            return await new TaskCompletionSource<AuthenticationHeaderValue>().Task;
        }));

        Assert.Equal(caller.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => harness.Transport.SendAsync(Request(GetPage), caller.Token))).CancellationToken);
    }

    [Theory]
    [InlineData("""{"code":401,"message":"Unauthorized; scope does not match"}""", null, 0)]
    [InlineData("{}", "FAILURE_CLIENT_SCOPE_CHECK", 0)]
    [InlineData("{}", "FAILURE_CLIENT_AUTH_MISMATCH", 1)]
    [InlineData("", null, 1)]
    public async Task A_401_renews_the_credential_unless_a_scope_is_missing(string body, string? category, int renewals)
    {
        int renewed = 0;
        using Harness harness = Harness.Create(credential: new Scripted(renew: () => Task.FromResult(++renewed < 0)));
        harness.Handler.Answer(HttpStatusCode.Unauthorized, body, headers: category is null ? [] : [("X-Failure-Category", category)]);

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.GetAsync(Request(GetPage)));

        Assert.Equal(renewals, renewed);
    }

    [Fact]
    public async Task A_401_of_the_host_of_a_file_is_none_of_the_credentials()
    {
        int renewed = 0;
        using Harness harness = Harness.Create(credential: new Scripted(renew: () => Task.FromResult(++renewed > 0)));
        harness.Handler.Answer(HttpStatusCode.Found, headers: ("Location", "https://media.example.com/file")).Answer(HttpStatusCode.Unauthorized);

        await Assert.ThrowsAsync<ConfluenceApiException>(() => harness.DownloadAsync(Request(Download)));

        Assert.Equal(0, renewed);
    }

    private sealed class Scripted(Func<Task<AuthenticationHeaderValue>>? give = null, Func<Task<bool>>? renew = null) : ConfluenceCredential
    {
        public override ValueTask<AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken) =>
            new(give?.Invoke() ?? Task.FromResult(new AuthenticationHeaderValue("Bearer", "abc")));

        public override ValueTask<bool> TryRenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken) =>
            new(renew?.Invoke() ?? Task.FromResult(false));
    }
}
