using System.Net;
using System.Text;
using Confluence.Generated.Http;
using Confluence.Generated.Json;
using static Confluence.Generated.Tests.Http.Operations;

namespace Confluence.Generated.Tests.Http;

/// <summary>
/// The library never goes on in the caller's context: in a user interface, every step would wait for the one thread, and a caller that
/// blocks it would wait forever.
/// </summary>
public class CallersContextTests
{
    private const string Body = """{"results":[{"id":"1"},{"id":"2"}],"_links":{"next":"/x?cursor=b"},"id":"1"}""";

    /// <summary>Which of the waits is a real one: the first that is makes everything above it go on elsewhere.</summary>
    public static TheoryData<bool, bool> Waits => new() { { true, false }, { false, true } };

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Calls_do_not_go_on_in_it(bool isAnswerLate, bool isBodyLate)
    {
        using Site site = new(isAnswerLate, isBodyLate);
        await site.RunAsync(() => site.Transport.SendAsync(Request(GetPage), CancellationToken.None));
        await site.RunAsync(() => site.Transport.SendAsync(Request(GetPage), JsonItem.Model<Item>, CancellationToken.None));
        await site.RunAsync(() => site.Transport.SendAsync(Request(CreatePage, body: RequestBody.Json(new Item { Id = "1" }, JsonItem.Model)), JsonItem.Model<Item>, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Refusals_do_not_go_on_in_it(bool isAnswerLate, bool isBodyLate)
    {
        using Site site = new(isAnswerLate, isBodyLate) { Status = HttpStatusCode.NotFound };
        Task? call = null;

        // Not inside ThrowsAsync, which goes on in the context itself.
        await site.RunAsync(() => (call = site.Transport.SendAsync(Request(GetPage), CancellationToken.None)).ContinueWith(static _ => { }, TaskScheduler.Default));
        Assert.NotNull(call);
        await Assert.ThrowsAsync<ConfluenceApiException>(() => call);
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Walks_do_not_go_on_in_it(bool isAnswerLate, bool isBodyLate)
    {
        using Site site = new(isAnswerLate, isBodyLate);
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
    public async Task Downloads_do_not_go_on_in_it(bool isAnswerLate, bool isBodyLate)
    {
        using Site site = new(isAnswerLate, isBodyLate);
        ConfluenceDownload? download = null;
        await site.RunAsync(async () => download = await site.Transport.DownloadAsync(Request(Download), CancellationToken.None).ConfigureAwait(false));
        Assert.NotNull(download);
        await site.RunAsync(() => download.Content.ReadAsync(new byte[4], CancellationToken.None).AsTask());
        await site.RunAsync(() => download.Content.ReadAsync(new byte[4], 0, 4, CancellationToken.None));
        await site.RunAsync(() => download.DisposeAsync().AsTask());
    }

    [Fact]
    public async Task A_late_credential_does_not_go_on_in_it()
    {
        using Site site = new(isAnswerLate: false, isBodyLate: false, new LateCredential());

        await site.RunAsync(() => site.Transport.SendAsync(Request(GetPage), CancellationToken.None));
    }

    /// <summary>A client whose answers are as late as is asked for, and a context that counts what is sent to it.</summary>
    private sealed class Site : SynchronizationContext, IDisposable
    {
        private readonly HttpClient _http;
        private readonly ConfluenceClient _client;
        private int _posts;

        public Site(bool isAnswerLate, bool isBodyLate, ConfluenceCredential? credential = null)
        {
            _http = new HttpClient(new LateHandler(this, isAnswerLate, isBodyLate));
            _client = new ConfluenceClient("acme", credential ?? new ApiTokenCredential(Harness.Email, Harness.Token), new ConfluenceClientOptions { HttpClient = _http });
        }

        public HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

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

    private sealed class LateHandler(Site site, bool isAnswerLate, bool isBodyLate) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (isAnswerLate)
            {
                await Task.Run(static () => Thread.Sleep(1), cancellationToken).ConfigureAwait(false);
            }

            byte[] body = Encoding.UTF8.GetBytes(Body);
            var content = new StreamContent(isBodyLate ? new LateStream(body) : new MemoryStream(body));
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            return new HttpResponseMessage(site.Status) { Content = content };
        }
    }

    private sealed class LateStream(byte[] content) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Run(static () => Thread.Sleep(1), cancellationToken).ConfigureAwait(false);
            return await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        public override async ValueTask DisposeAsync()
        {
            await Task.Run(static () => Thread.Sleep(1)).ConfigureAwait(false);
            await base.DisposeAsync().ConfigureAwait(false);
        }
    }

    private sealed class LateCredential : ConfluenceCredential
    {
        public override async ValueTask<System.Net.Http.Headers.AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken)
        {
            await Task.Run(static () => Thread.Sleep(1), cancellationToken).ConfigureAwait(false);
            return new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", Harness.Token);
        }
    }
}
