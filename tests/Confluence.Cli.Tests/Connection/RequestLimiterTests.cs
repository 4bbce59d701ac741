using Confluence.Cli.Connection;

namespace Confluence.Cli.Tests.Connection;

public sealed class RequestLimiterTests
{
    [Fact]
    public async Task Only_so_many_requests_wait_for_their_answers_at_once()
    {
        using GateHandler gate = new();
        using HttpMessageInvoker sender = new(new RequestLimiter(gate, requestsAtOnce: 3));
        using HttpRequestMessage request = new(HttpMethod.Get, "http://127.0.0.1/");

        Task[] running = [.. Enumerable.Range(0, 8).Select(_ => sender.SendAsync(request, TestContext.Current.CancellationToken))];

        Assert.Equal(3, gate.Arrived);
        for (int answered = 1; answered <= 8; answered++)
        {
            gate.Open();
        }

        await Task.WhenAll(running);
        Assert.Equal(8, gate.Arrived);
        Assert.Equal(3, gate.Largest);
    }

    [Fact]
    public async Task A_request_that_fails_gives_its_place_back()
    {
        using HttpMessageInvoker sender = new(new RequestLimiter(new FailingHandler(), requestsAtOnce: 1));
        using HttpRequestMessage request = new(HttpMethod.Get, "http://127.0.0.1/");

        for (int attempt = 0; attempt < 3; attempt++)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => sender.SendAsync(request, TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Answers a request each time that somebody opens it.</summary>
    private sealed class GateHandler : HttpMessageHandler
    {
        private readonly SemaphoreSlim _gate = new(0);
        private int _running;

        public int Arrived { get; private set; }

        public int Largest { get; private set; }

        public void Open() => _gate.Release();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                Arrived++;
                Largest = Math.Max(Largest, ++_running);
            }

            await _gate.WaitAsync(cancellationToken);
            lock (_gate)
            {
                _running--;
            }

            return new HttpResponseMessage();
        }

        protected override void Dispose(bool disposing)
        {
            _gate.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class FailingHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("no way");
    }
}
