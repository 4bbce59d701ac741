using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Confluence.Generated.Tests.Contract.Wire;

/// <summary>
/// A server on the loopback address that speaks below HTTP: it shows requests as their bytes stood on the wire, and can break an answer off
/// or reset the connection, which well-behaved servers cannot.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private readonly List<string> _heads = [];

    /// <summary>Starts the server.</summary>
    /// <param name="answers">What each connection sends after it has read a request: the whole text, or null to send nothing; then it resets the connection.</param>
    public RawServer(params string?[] answers)
    {
        _listener.Start();
        _work = ServeAsync(answers);
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The request lines and headers that arrived.</summary>
    public IReadOnlyList<string> Heads
    {
        get
        {
            lock (_heads)
            {
                return [.. _heads];
            }
        }
    }

    /// <summary>A whole answer, after which the connection is closed.</summary>
    public static string Answer(string body, string contentType = "application/json") =>
        $"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    /// <summary>An answer that announces more than it sends.</summary>
    public static string BrokenAnswer(string body) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body) + 100}\r\n\r\n{body}";

    public ConfluenceClient CreateClient(CapturedLog log) => new(new ConfluenceClientOptions
    {
        // The answers hold what a test is about, and no more.
        Site = Address,
        Credential = new ApiTokenCredential(WireServer.Email, WireServer.Token),
        LoggerFactory = log,
        TimeProvider = new SkippingTime(),
    });

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _work;
        _stop.Dispose();
    }

    private async Task ServeAsync(string?[] answers)
    {
        try
        {
            foreach (string? answer in answers)
            {
                using Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                string head = await ReadRequestAsync(socket);
                lock (_heads)
                {
                    _heads.Add(head);
                }

                if (answer is not null)
                {
                    await socket.SendAsync(Encoding.UTF8.GetBytes(answer), SocketFlags.None, _stop.Token);
                    socket.Shutdown(SocketShutdown.Send);
                }
                else
                {
                    // Closing with no time to linger sends a reset instead of a proper end.
                    socket.LingerState = new LingerOption(enable: true, seconds: 0);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or InvalidOperationException or SocketException)
        {
            // The test ended before the script did; a listener that was stopped says so in several ways.
            Assert.True(_stop.IsCancellationRequested);
        }
    }

    private async Task<string> ReadRequestAsync(Socket socket)
    {
        List<byte> bytes = [];
        byte[] buffer = new byte[4096];
        while (true)
        {
            int read = await socket.ReceiveAsync(buffer.AsMemory(), _stop.Token);
            bytes.AddRange(buffer.AsSpan(0, read));
            string text = Encoding.UTF8.GetString([.. bytes]);
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (read == 0 || (end >= 0 && bytes.Count >= end + 4 + BodyLength(text[..end])))
            {
                return end < 0 ? text : text[..end];
            }
        }
    }

    private static int BodyLength(string head)
    {
        const string Name = "Content-Length: ";
        int start = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? 0 : int.Parse(head[(start + Name.Length)..].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
