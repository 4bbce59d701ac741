using System.Net;
using System.Text;
using Confluence.Generated.Json;
using Confluence.Generated.Operations;
using Confluence.Generated.Requests;
using Confluence.Generated.Transport;
using static Confluence.Generated.Tests.Http.TestOperations;

namespace Confluence.Generated.Tests.Http;

/// <summary>
/// The library never goes on in the caller's context: in a user interface, every step would wait for the one thread, and a caller that
/// blocks it would wait forever.
/// </summary>
public class CallersContextTests
{
    private const string Body = """{"results":[{"id":"1"},{"id":"2"}],"_links":{"next":"/x?cursor=b"},"id":"1"}""";

    /// <summary>Which of the waits is a real one: the first that is makes everything after it go on elsewhere.</summary>
    public static TheoryData<Late> Waits => [.. Enum.GetValues<Late>()];

    /// <summary>What a call really waits for.</summary>
    public enum Late
    {
        Credential,
        Answer,

        /// <summary>The answer, if it is not the first.</summary>
        NextAnswer,
        Opening,
        Reading,
        Disposing,
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Calls_do_not_go_on_in_it(Late late)
    {
        using Site site = new(late);
        await site.RunAsync(() => site.Transport.SendAsync(Request(GetPage), CancellationToken.None));
        await site.RunAsync(() => site.Transport.SendAsync(Request(GetPage), JsonItem.Model<Item>, CancellationToken.None));
        await site.RunAsync(() => site.Transport.SendAsync(Request(CreatePage, body: RequestBody.Json(new Item { Id = "1" }, JsonItem.Model)), JsonItem.Model<Item>, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Refusals_do_not_go_on_in_it(Late late)
    {
        using Site site = new(late) { Status = HttpStatusCode.NotFound };
        Task? call = null;

        // Not inside ThrowsAsync, which goes on in the context itself.
        await site.RunAsync(() => (call = site.Transport.SendAsync(Request(GetPage), CancellationToken.None)).ContinueWith(static _ => { }, TaskScheduler.Default));
        Assert.NotNull(call);
        await Assert.ThrowsAsync<ConfluenceApiException>(() => call);
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Walks_do_not_go_on_in_it(Late late)
    {
        using Site site = new(late);
        Paged<Item> list = site.Transport.Page<Item>(Request(GetPages), PagingStyle.Cursor, CancellationToken.None);
        IAsyncEnumerator<ResultPage<Item>> pages = list.AsPages(null, CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        await site.RunAsync(() => pages.MoveNextAsync().AsTask());
        Assert.Equal(2, pages.Current.Items.Count);
        await site.RunAsync(() => pages.DisposeAsync().AsTask());

        IAsyncEnumerator<Item> items = list.GetAsyncEnumerator(CancellationToken.None);
        await site.RunAsync(() => items.MoveNextAsync().AsTask());
        await site.RunAsync(() => items.MoveNextAsync().AsTask());
        Assert.Equal("2", items.Current.Id);
        await site.RunAsync(() => items.DisposeAsync().AsTask());
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Downloads_do_not_go_on_in_it(Late late)
    {
        using Site site = new(late);
        ConfluenceDownload? download = null;
        await site.RunAsync(async () => download = await site.Transport.DownloadAsync(Request(Download), CancellationToken.None).ConfigureAwait(false));
        Assert.NotNull(download);
        await site.RunAsync(() => download.Content.ReadAsync(new byte[4], CancellationToken.None).AsTask());
        await site.RunAsync(() => download.Content.ReadAsync(new byte[4], 0, 4, CancellationToken.None));
        await site.RunAsync(() => download.DisposeAsync().AsTask());
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Redirected_downloads_do_not_go_on_in_it(Late late)
    {
        using Site site = new(late) { Status = HttpStatusCode.Found, NextStatus = HttpStatusCode.OK };

        await site.RunAsync(() => site.Transport.DownloadAsync(Request(Download), CancellationToken.None));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, Late.Credential)]
    [InlineData(null, Late.NextAnswer)]
    public async Task A_renewed_credential_does_not_go_on_in_it(bool? isRenewalLate, Late? late)
    {
        using Site site = new(late, new RenewingCredential(isRenewalLate)) { Status = HttpStatusCode.Unauthorized, NextStatus = HttpStatusCode.OK };

        await site.RunAsync(() => site.Transport.SendAsync(Request(GetPage), CancellationToken.None));
    }

    [Fact]
    public async Task An_answer_that_has_to_be_asked_for_again_does_not_go_on_in_it()
    {
        using Site site = new(late: null) { Text = "<html>", NextText = Body };

        await site.RunAsync(() => site.Transport.SendAsync(Request(GetPage), JsonItem.Model<Item>, CancellationToken.None));
    }

    /// <summary>A client whose answers are as late as is asked for, and a context that counts what is sent to it.</summary>
    private sealed class Site : SynchronizationContext, IDisposable
    {
        private readonly HttpClient _http;
        private readonly ConfluenceClient _client;
        private int _posts;

        public Site(Late? late, ConfluenceCredential? credential = null)
        {
            _http = new HttpClient(new LateHandler(this, late));
            credential ??= late == Late.Credential ? new LateCredential() : new ApiTokenCredential(Harness.Email, Harness.Token);
            _client = new ConfluenceClient("acme", credential, new ConfluenceClientOptions { HttpClient = _http, Retry = { BaseDelay = TimeSpan.FromMilliseconds(10) } });
        }

        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

        /// <summary>The status of all answers but the first; null for the same.</summary>
        public HttpStatusCode? NextStatus { get; init; }

        public string Text { get; init; } = Body;

        /// <summary>The body of all answers but the first; null for the same.</summary>
        public string? NextText { get; init; }

        public ConfluenceTransport Transport => _client.Transport;

        /// <summary>Begins something in the context and waits for its end outside.</summary>
        public async Task RunAsync(Func<Task> begin)
        {
            Task running = Begin(begin);
            await running.ConfigureAwait(false);
            Assert.Equal(0, _posts);
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            ThreadPool.QueueUserWorkItem(_ => d(state));
        }

        public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nobody waits for this context.");

        public void Dispose()
        {
            _client.Dispose();
            _http.Dispose();
        }

        private Task Begin(Func<Task> begin)
        {
            SynchronizationContext? before = Current;
            SetSynchronizationContext(this);
            try
            {
                return begin();
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }
    }

    private static Task LaterAsync() => Task.Run(static () => Thread.Sleep(1));

    private sealed class LateHandler(Site site, Late? late) : HttpMessageHandler
    {
        private int _answers;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bool isFirst = _answers++ == 0;
            if (late == Late.Answer || (late == Late.NextAnswer && !isFirst))
            {
                await LaterAsync().ConfigureAwait(false);
            }

            byte[] body = Encoding.UTF8.GetBytes(isFirst ? site.Text : site.NextText ?? site.Text);
            var content = new LateContent(body, late);
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            return new HttpResponseMessage(isFirst ? site.Status : site.NextStatus ?? site.Status)
            {
                Content = content,
                RequestMessage = request,
                Headers = { Location = new Uri("https://media.example.com/file") },
            };
        }
    }

    private sealed class LateContent(byte[] body, Late? late) : HttpContent
    {
        protected override async Task<Stream> CreateContentReadStreamAsync()
        {
            if (late == Late.Opening)
            {
                await LaterAsync().ConfigureAwait(false);
            }

            return new LateStream(body, late);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException("Answers are read, not sent.");

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }
    }

    private sealed class LateStream(byte[] content, Late? late) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (late == Late.Reading)
            {
                await LaterAsync().ConfigureAwait(false);
            }

            return Read(buffer.Span);
        }

        public override async ValueTask DisposeAsync()
        {
            if (late == Late.Disposing)
            {
                await LaterAsync().ConfigureAwait(false);
            }

            await base.DisposeAsync().ConfigureAwait(false);
        }
    }

    private sealed class LateCredential : ConfluenceCredential
    {
        public override async ValueTask<System.Net.Http.Headers.AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken)
        {
            await LaterAsync().ConfigureAwait(false);
            return new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", Harness.Token);
        }
    }

    /// <summary>Has another value once it is renewed; late is the renewal, or the new value, or neither.</summary>
    private sealed class RenewingCredential(bool? isRenewalLate) : ConfluenceCredential
    {
        private bool _isRenewed;

        public override async ValueTask<System.Net.Http.Headers.AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken)
        {
            if (_isRenewed && isRenewalLate == false)
            {
                await LaterAsync().ConfigureAwait(false);
            }

            return new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", _isRenewed ? "new" : "old");
        }

        public override async ValueTask<bool> TryRenewAsync(System.Net.Http.Headers.AuthenticationHeaderValue rejected, CancellationToken cancellationToken)
        {
            if (isRenewalLate == true)
            {
                await LaterAsync().ConfigureAwait(false);
            }

            return _isRenewed = true;
        }
    }
}
